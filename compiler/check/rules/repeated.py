"""Advice: no candidate twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import SAME_CANDIDATE
from ...diagnostics.diagnostic import Diagnostic, Related
from ...syntax.tree import EarlyStopping, ListOf, Preprocess, Space, Step, TupleOf
from ..evaluate import UNKNOWN, describe

if TYPE_CHECKING:
    from ...source import Span
    from ...syntax.tree import Identifier
    from ..evaluate import Evaluator
    from ..findings import Report
    from ..outline import Entrant, Outline


def repeated(outline: Outline, report: Report) -> None:
    """Warn of values that stand twice in a set, and of models that are the same."""
    first: dict[str, Identifier] = {}
    for entrant in outline.entrants:
        for binding in entrant.varied:
            if binding.operator == "in" and isinstance(binding.value, ListOf | TupleOf):
                _check_values(binding.value, outline.evaluator, report)
        name = entrant.model.name
        key = _key(entrant, outline)
        if key is not None and (other := first.setdefault(key, name)) is not name:
            message = f"`{name.text}` and `{other.text}` are the same model with the same arguments"
            related = (Related(other.span, "the other one is here"),)
            report(Diagnostic(SAME_CANDIDATE, name.span, message, "declared twice", related=related))


def _check_values(values: ListOf | TupleOf, evaluator: Evaluator, report: Report) -> None:
    first: dict[str, Span] = {}
    for item in values.items:
        value = evaluator.value(item)
        if value is not UNKNOWN and first.setdefault(repr(value), item.span) != item.span:
            related = (Related(first[repr(value)], "the first one is here"),)
            message = f"{describe(value)} stands twice in this set, and makes the same candidates twice"
            report(Diagnostic(SAME_CANDIDATE, item.span, message, "remove one of the two", related=related))


def _key(entrant: Entrant, outline: Outline) -> str | None:
    """Return a text that two models share if they are the same, or None if chance decides, or it could not be read."""
    drawn = any(binding.operator == "~" for binding in entrant.varied)
    is_plain = not any(isinstance(entry, Space | Step | Preprocess) for entry in entrant.model.entries)
    if entrant.estimator is None or not entrant.is_complete or drawn or not is_plain:
        return None
    stopping = entrant.part(EarlyStopping)
    bound = (*entrant.bindings, *entrant.others)
    given = [*((one.name.text, outline.evaluator.value(one.value)) for one in bound)]
    given += outline.settings("early_stopping", stopping.entries if stopping else ()).items()
    if any(value is UNKNOWN for _, value in given):
        return None
    return f"{entrant.estimator.path}{sorted(map(repr, given))}"
