"""How much there is to do: candidates, folds and fits, as far as the specification says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..check.evaluate import sample
from ..check.rules.folds import splitter_of
from ..check.signature import values
from ..check.space import draws, points
from ..syntax.tree import Folds

if TYPE_CHECKING:
    from ..check.outline import Entrant, Outline
    from .document import Document

DEFAULT_FOLDS = 5


def candidates(entrant: Entrant, outline: Outline) -> int | None:
    """Return how many candidates come from a model; None where a parameter decides, or a mistake."""
    there, drawn = points(entrant, outline.evaluator), draws(entrant, outline)
    if drawn is not None:
        return drawn if there is None else min(drawn, there)
    return there


def folds(outline: Outline) -> int | None:
    """Return how many folds there are."""
    declared = outline.one(Folds)
    if declared is None:
        return None if outline.may_lack("folds") else DEFAULT_FOLDS
    name, arguments = splitter_of(declared)
    entry = outline.catalog.entry("splitter", name.text)
    if entry is None or "n_splits" not in entry.arguments:
        return None
    given = values(entry, arguments, outline.evaluator)
    count = 1
    for argument in ("n_splits", "n_repeats"):
        if argument in entry.arguments:
            usual = entry.arguments[argument].default
            number = sample(given.get(argument, int(usual) if usual else None))
            if not isinstance(number, int):
                return None
            count *= number
    return count


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 fit", "10,000 fits"."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def size(entrants: tuple[Entrant, ...], document: Document) -> str | None:
    """Return "12 candidates · 60 fits" for some models, or the part of it that is known."""
    known = [candidates(entrant, document.in_context) for entrant in entrants]
    if not known or None in known:
        return None
    total = sum(number for number in known if number is not None)
    each = folds(document.whole.outline)
    return " · ".join([counted(total, "candidate"), *([counted(total * each, "fit")] if each else [])])
