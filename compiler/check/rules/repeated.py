"""Advice: no value is listed twice in a set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import SAME_CANDIDATE
from ...diagnostics.diagnostic import Diagnostic, Related
from ...meaning.evaluate import UNKNOWN
from ...meaning.show import describe
from ...syntax.tree import ListOf, TupleOf

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant
    from ...source import Span


def repeated(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    """Warn of values that are listed twice in a set."""
    for binding in entrant.varied:
        if binding.operator == "in" and isinstance(binding.value, ListOf | TupleOf):
            _check_values(binding.value, evaluator, report)


def _check_values(values: ListOf | TupleOf, evaluator: Evaluator, report: Report) -> None:
    first: dict[str, Span] = {}
    for item in values.items:
        value = evaluator.value(item)
        if value is not UNKNOWN and first.setdefault(repr(value), item.span) != item.span:
            related = (Related(first[repr(value)], "the first one is here"),)
            message = f"{describe(value)} is listed twice, which makes the same candidates twice"
            report(Diagnostic(SAME_CANDIDATE, item.span, message, "remove one of the two", related=related))
