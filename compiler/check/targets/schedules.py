"""When an engine can start a flow by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import NO_SCHEDULER, SCHEDULE_FORM
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.schedule import cron_of, fields_of
from ...meaning.settings import run_binding

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...syntax.tree import Call

WITHOUT_SCHEDULER = ("batch", "kubernetes")


def schedules(outline: Outline, report: Report, target: str) -> None:
    """Warn of a schedule that the target ignores; reject a cron expression in the wrong form for the target."""
    setting = run_binding(outline, "schedule")
    cron = cron_of(setting.value) if setting else None
    if setting and target in WITHOUT_SCHEDULER:
        message = "this target runs the tasks of flows, but does not start flows on a schedule"
        help_ = "deploy the flow to Argo Workflows, Step Functions or Airflow, which do"
        report(Diagnostic(NO_SCHEDULER, setting.value.span, message, "without effect", help_))
    elif cron and cron.arguments:
        _check_form(cron, outline, report, target)


def _check_form(cron: Call, outline: Outline, report: Report, target: str) -> None:
    node = cron.arguments[0].value
    text = outline.evaluator.value(node)
    fields = fields_of(text) if isinstance(text, str) else []
    if not fields:
        return
    if target == "airflow" and (len(fields) > 5 or "?" in fields):
        message, expected = "Airflow expects cron expressions in Unix form", 'five fields, as in `"0 6 * * 1"`'
        report(Diagnostic(SCHEDULE_FORM, node.span, message, f"expected {expected}"))
    elif target == "step-functions" and (len(fields) < 6 or "?" not in (fields[2], fields[4])):
        message = "EventBridge, which starts Step Functions, has its own form of cron expressions"
        expected = 'six fields, with `?` for one of the days, as in `"0 6 ? * MON *"`'
        report(Diagnostic(SCHEDULE_FORM, node.span, message, f"expected {expected}"))
