"""Advice: a tournament has more than one candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import ONLY_ONE
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.space import draws, points

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Entrant, Outline


def lone(outline: Outline, report: Report) -> None:
    """Warn of a tournament with only one candidate."""
    if len(outline.entrants) != 1 or outline.may_lack("model"):
        return
    (entrant,) = outline.entrants
    if _is_alone(entrant, outline):
        name = entrant.model.name
        message = f"`{name.text}` is the only candidate, so there is nothing to compare"
        help_ = "declare another model, or give an argument several values with `in`"
        report(Diagnostic(ONLY_ONE, name.span, message, "the only candidate", help_))


def _is_alone(entrant: Entrant, outline: Outline) -> bool:
    return points(entrant, outline.evaluator) == 1 or draws(entrant, outline.evaluator) == 1
