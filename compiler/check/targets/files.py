"""Whether the machines of an engine can read the data."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from ...diagnostics.codes import FILE_OUT_OF_REACH
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.outline import file_of
from ...syntax.tree import DataDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline


ADDRESS = "where all can read it, and give the address, here or with `--data`, as in `s3://bucket/file`"


def files(outline: Outline, report: Report, _: str) -> None:
    """Warn of a local file that is not beside the specification or below it: it is not packaged with the flow."""
    data = outline.one(DataDeclaration)
    node = file_of(data) if data else None
    if node is None:
        return
    path = outline.evaluator.value(node)
    if not isinstance(path, str) or "://" in path or not _is_elsewhere(path):
        return
    message = f"`{path}` is not packaged with the flow: it is not beside the specification or below it"
    help_ = f"put it there, or {ADDRESS}"
    report(Diagnostic(FILE_OUT_OF_REACH, node.span, message, "local file", help_))


def _is_elsewhere(path: str) -> bool:
    return ".." in PurePath(path).parts or any(kind(path).is_absolute() for kind in (PurePosixPath, PureWindowsPath))
