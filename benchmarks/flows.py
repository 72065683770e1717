"""Compile specifications and run their flows for the benchmarks."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from processes import HERE, MFC, take

if TYPE_CHECKING:
    from pathlib import Path


def compiled(folder: Path, name: str, spec: str) -> Path:
    """Write a specification and return the file of its flow."""
    path = folder / f"{name}.mf"
    path.write_text(spec)
    take([MFC, "compile", path], folder)
    return folder / f"{name}_flow.py"


def played(flow: Path, *options: str) -> dict[str, Any]:
    """Run a flow to its end; return what it took and what it found."""
    taken = take([sys.executable, flow, "run", *options], flow.parent)
    return {**taken._asdict(), **found_by(flow, flow.parent)}


def found_by(flow: Path, folder: Path) -> dict[str, Any]:
    """Return what the latest run of a flow found, whose data are in a folder."""
    tournament = flow.read_text().partition("(FlowSpec)")[0].rpartition("class ")[2]
    command = [sys.executable, str(HERE / "read_run.py"), tournament]
    environment = {"METAFLOW_DATASTORE_SYSROOT_LOCAL": str(folder), "USERNAME": "bench", "PATH": ""}
    read = subprocess.run(  # noqa: S603 - our own script
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(read.stdout)
    return found
