"""The space of a model: what is drawn from, its size, and how many candidates come from it."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from ..catalog.blocks import BLOCKS
from ..syntax.tree import Call, SearchDeclaration
from .read import values

if TYPE_CHECKING:
    from ..catalog.catalog import Catalog
    from ..catalog.entry import Entry
    from ..syntax.tree import Binding, Expression
    from .evaluate import Evaluator, Result
    from .outline import Entrant


def distribution(node: Expression, evaluator: Evaluator) -> Entry | None:
    """Return the distribution that is drawn from, if there is such a one."""
    return evaluator.catalog.entry("distribution", node.function.text) if isinstance(node, Call) else None


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


def draws(entrant: Entrant, evaluator: Evaluator) -> int | None:
    """Return how many candidates a random search draws, or None if there is no such search, or a parameter decides."""
    number = asked(entrant, evaluator)
    return number if isinstance(number, int) else None


def asked(entrant: Entrant, evaluator: Evaluator) -> Result:
    """Return what a random search is asked for, or None if there is no such search."""
    search = entrant.part(SearchDeclaration)
    if search is None or not isinstance(search.strategy, Call) or search.strategy.function.text != "random":
        return None
    return values(BLOCKS["search.random"], search.strategy.arguments, evaluator).get("n")


def strategy_name(search: SearchDeclaration) -> str:
    """Return the name of a search's strategy."""
    strategy = search.strategy
    return (strategy.function if isinstance(strategy, Call) else strategy).text


def strategy_entry(search: SearchDeclaration, catalog: Catalog) -> Entry | None:
    """Return what the catalog says of a search's strategy."""
    return catalog.entry("block", f"search.{strategy_name(search)}")
