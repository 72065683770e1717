"""What is to be predicted: declared, or implied by the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.shorthand import ALL_TASKS
from ...diagnostics.codes import CONFLICT, MISSING_DECLARATION, UNKNOWN_SETTING
from ...diagnostics.diagnostic import Diagnostic, Related
from ...syntax.tree import Data, Task
from ..findings import listed, unknown
from ..outline import source_name
from .declarations import start_of

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline

WITHOUT_A_TASK = ("csv", "parquet", "sql", "python")


def task(outline: Outline, report: Report) -> None:
    """Check that there is a task, and that it is the data's."""
    declared, data = outline.one(Task), outline.one(Data)
    if declared:
        _check_declared(declared, data, outline, report)
    elif data and source_name(data) in WITHOUT_A_TASK and not outline.may_lack("task"):
        message = f"the task has to be declared, for `{source_name(data)}` implies none"
        help_ = f"add {listed([f'task {name}' for name in ALL_TASKS], 'or')}"
        report(Diagnostic(MISSING_DECLARATION, start_of(outline), message, "`task` is missing", help_))


def _check_declared(declared: Task, data: Data | None, outline: Outline, report: Report) -> None:
    kind, implied = declared.kind, outline.implied_task
    if kind.text not in ALL_TASKS:
        report(unknown(UNKNOWN_SETTING, kind.span, f"there is no task `{kind.text}`", kind.text, ALL_TASKS))
    elif data and implied and kind.text != implied:
        message = f"`{source_name(data)}` data are a {implied}, and the task is declared as {kind.text}"
        related = (Related(data.source.span, f"this is a {implied}"),)
        help_ = f"remove `task`, or make it `task {implied}`"
        report(Diagnostic(CONFLICT, kind.span, message, f"expected `{implied}`", help_, related=related))
