"""Whether the machines of an engine can read the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import FILE_OUT_OF_REACH
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Data
from ..outline import source_arguments, source_name

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline

SOURCES = ("csv", "parquet")


def files(outline: Outline, report: Report, _: str) -> None:
    """Warn of a file on a disk: the flow's package holds Python files alone."""
    data = outline.one(Data)
    if data is None or source_name(data) not in SOURCES or not source_arguments(data):
        return
    node = source_arguments(data)[0].value
    path = outline.evaluator.value(node)
    if not isinstance(path, str) or "://" in path:
        return
    message = f"`{path}` is a file of this machine, which those of the target do not see"
    help_ = "put it where all can read it and give the address, here or with `--data`, as in `s3://bucket/file`"
    report(Diagnostic(FILE_OUT_OF_REACH, node.span, message, "out of reach", help_))
