"""How much there is to do: candidates, folds and fits, as far as the specification says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...meaning.space import draws, points
from ...meaning.splits import fold_count

if TYPE_CHECKING:
    from ...meaning.outline import Entrant, Outline
    from ..document import Document


def candidates(entrant: Entrant, outline: Outline) -> int | None:
    """Return how many candidates come from a model; None where a parameter decides, or a mistake."""
    there, drawn = points(entrant, outline.evaluator), draws(entrant, outline.evaluator)
    if drawn is not None:
        return drawn if there is None else min(drawn, there)
    return there


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 fit", "10,000 fits"."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def size(entrants: tuple[Entrant, ...], document: Document) -> str | None:
    """Return "12 candidates · 60 fits" for some models, or the part of it that is known."""
    known = [candidates(entrant, document.in_context) for entrant in entrants]
    if not known or None in known:
        return None
    total = sum(number for number in known if number is not None)
    each = fold_count(document.whole.outline, by_default=True)
    return " · ".join([counted(total, "candidate"), *([counted(total * each, "fit")] if each else [])])
