"""The size of a model's space, and how many candidates come from it."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from ..catalog.blocks import BLOCKS
from ..syntax.tree import Call, Search
from .signature import values

if TYPE_CHECKING:
    from ..syntax.tree import Binding
    from .evaluate import Evaluator
    from .outline import Entrant, Outline


def points(entrant: Entrant, evaluator: Evaluator) -> int | None:
    """Return the number of combinations of a model's finite sets, or None if something is drawn or unreadable."""
    counts = [_combinations((*space, *entrant.others), evaluator) for space in entrant.spaces]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) and entrant.is_complete else None


def _combinations(bindings: tuple[Binding, ...], evaluator: Evaluator) -> int | None:
    varied = [binding for binding in bindings if binding.operator != "="]
    sets = [evaluator.value(binding.value) for binding in varied if binding.operator == "in"]
    sizes = [len(values) for values in sets if isinstance(values, list | tuple | range)]
    return prod(sizes) if len(sizes) == len(varied) else None


def draws(entrant: Entrant, outline: Outline) -> int | None:
    """Return how many candidates a random search draws, or None if there is no such search, or a parameter decides."""
    search = entrant.part(Search)
    if search is None or not isinstance(search.strategy, Call) or search.strategy.function.text != "random":
        return None
    number = values(BLOCKS["search.random"], search.strategy.arguments, outline.evaluator).get("n")
    return number if isinstance(number, int) else None
