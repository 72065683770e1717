"""Advice: no value twice in a set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import SAME_CANDIDATE
from ...diagnostics.diagnostic import Diagnostic, Related
from ...syntax.tree import ListOf, TupleOf
from ..evaluate import UNKNOWN, describe

if TYPE_CHECKING:
    from ...source import Span
    from ..evaluate import Evaluator
    from ..findings import Report
    from ..outline import Entrant, Outline


def repeated(entrant: Entrant, outline: Outline, report: Report) -> None:
    """Warn of values that stand twice in a set."""
    for binding in entrant.varied:
        if binding.operator == "in" and isinstance(binding.value, ListOf | TupleOf):
            _check_values(binding.value, outline.evaluator, report)


def _check_values(values: ListOf | TupleOf, evaluator: Evaluator, report: Report) -> None:
    first: dict[str, Span] = {}
    for item in values.items:
        value = evaluator.value(item)
        if value is not UNKNOWN and first.setdefault(repr(value), item.span) != item.span:
            related = (Related(first[repr(value)], "the first one is here"),)
            message = f"{describe(value)} stands twice in this set, and makes the same candidates twice"
            report(Diagnostic(SAME_CANDIDATE, item.span, message, "remove one of the two", related=related))
