"""Real notebooks: their cells, run by a real kernel."""

import os
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

PATIENCE = 1800
"""Seconds for a cell: a run takes half a minute, or much longer where other things run."""


def notebook(*cells: str) -> Any:
    """Return a notebook of code cells."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = [nbformat.v4.new_code_cell(cell) for cell in cells]
    return nbformat.v4.new_notebook(cells=made, metadata={"kernelspec": kernel})


def client(made: Any, folder: Path) -> NotebookClient:
    """Return what runs a notebook in a folder, where its runs are kept, too."""
    os.environ.setdefault("USERNAME", "mfc")
    resources = {"metadata": {"path": str(folder)}}
    return NotebookClient(made, timeout=PATIENCE, kernel_name="python3", resources=resources)


def told(cell: Any) -> str:
    """Return everything that a cell shows, as HTML where it has any."""
    return "\n".join(map(_told, cell.outputs))


def _told(output: Any) -> str:
    if output.output_type == "stream":
        return str(output.text)
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}"
    return str(output.data.get("text/html", output.data["text/plain"]))
