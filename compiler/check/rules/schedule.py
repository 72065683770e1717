"""The schedule of the deployed flow, if it is given with `cron(…)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.entry import Text
from ...catalog.shorthand import entry, required
from ...diagnostics.codes import OUT_OF_RANGE
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.findings import twice
from ...meaning.arguments import bindings_in
from ...meaning.schedule import cron_of, fields_of
from ...syntax.tree import RunDeclaration
from ..signature import Site, check

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...source import Span
    from ...syntax.tree import Call

CRON = entry("block", "cron", "When to run", required("expression", "Five or six fields", Text()))


def schedule(outline: Outline, report: Report) -> None:
    """Check the expression of `cron(…)`."""
    for declared in outline.all(RunDeclaration):
        first: Span | None = None
        for setting in bindings_in(declared.entries):
            if setting.name.text == "schedule":
                cron = cron_of(setting.value)
                if cron:
                    _check_cron(cron, outline, report)
                    if first:
                        report(twice(setting.name.span, "`schedule`", first))
                first = first or setting.name.span


def _check_cron(cron: Call, outline: Outline, report: Report) -> None:
    bound = check(CRON, cron.arguments, Site("`cron`", cron.function.span), outline.evaluator, report, CRON.arguments)
    if "expression" in bound:
        node = bound["expression"].value
        text = outline.evaluator.value(node)
        if isinstance(text, str) and not fields_of(text):
            message = "this is not a cron expression"
            report(Diagnostic(OUT_OF_RANGE, node.span, message, 'expected five fields, as in `"0 6 * * 1"`'))
