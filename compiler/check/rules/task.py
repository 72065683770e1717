"""The task: declared, or implied by the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.shorthand import ALL_TASKS
from ...diagnostics.codes import CONFLICT, MISSING_DECLARATION, UNKNOWN_SETTING
from ...diagnostics.diagnostic import Diagnostic, Related
from ...diagnostics.findings import listed, unknown
from ...meaning.outline import source_facts, source_name
from ...syntax.tree import DataDeclaration, TaskDeclaration
from .declarations import start_of

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline


def task(outline: Outline, report: Report) -> None:
    """Check that there is a task, and that it fits the data."""
    declared, data = outline.one(TaskDeclaration), outline.one(DataDeclaration)
    if declared:
        _check_declared(declared, data, outline, report)
    elif data and (facts := source_facts(data)) and not facts.implies_task and not outline.may_lack("task"):
        message = f"the task must be declared, because `{source_name(data)}` does not imply one"
        help_ = f"add {listed([f'task {name}' for name in ALL_TASKS], 'or')}"
        report(Diagnostic(MISSING_DECLARATION, start_of(outline), message, "`task` is missing", help_))


def _check_declared(declared: TaskDeclaration, data: DataDeclaration | None, outline: Outline, report: Report) -> None:
    kind, implied = declared.kind, outline.implied_task
    if kind.text not in ALL_TASKS:
        report(unknown(UNKNOWN_SETTING, kind.span, f"there is no task `{kind.text}`", kind.text, ALL_TASKS))
    elif data and implied and kind.text != implied:
        message = f"`{source_name(data)}` is a {implied}, but the task is declared as {kind.text}"
        related = (Related(data.source.span, f"this is a {implied}"),)
        help_ = f"remove `task`, or change it to `task {implied}`"
        report(Diagnostic(CONFLICT, kind.span, message, f"expected `{implied}`", help_, related=related))
