"""How candidates come from a space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import GRID_OVER_DRAW, SEARCH_NEEDED, UNKNOWN_FUNCTION
from ...diagnostics.diagnostic import Diagnostic, Related
from ...syntax.tree import Call, Search
from ..findings import twice, unknown
from ..signature import Place, check

if TYPE_CHECKING:
    from ...catalog.entry import Entry
    from ..findings import Report
    from ..outline import Entrant, Outline

STRATEGIES = ("grid", "random")


def search(entrant: Entrant, outline: Outline, report: Report) -> None:
    """Check that every search exists, and that what is drawn is searched at random."""
    first, *others = entrant.parts(Search) or (None,)
    for other in others:
        if first and other:
            report(twice(other.span, "`search`", first.span))
    if first:
        _check_strategy(first, outline, report)
    _check_draws(entrant, first, report)


def strategy_name(search: Search) -> str:
    """Return the name of a search's strategy."""
    strategy = search.strategy
    return (strategy.function if isinstance(strategy, Call) else strategy).text


def strategy_entry(search: Search, outline: Outline) -> Entry | None:
    """Return what the catalog says of a search's strategy."""
    return outline.catalog.entry("block", f"search.{strategy_name(search)}")


def _check_strategy(search: Search, outline: Outline, report: Report) -> None:
    entry, name, strategy = strategy_entry(search, outline), strategy_name(search), search.strategy
    if entry is None:
        report(unknown(UNKNOWN_FUNCTION, strategy.span, f"there is no search `{name}`", name, STRATEGIES))
    else:
        arguments = strategy.arguments if isinstance(strategy, Call) else ()
        check(entry, arguments, Place(f"`search {name}`", strategy.span), outline.evaluator)


def _check_draws(entrant: Entrant, search: Search | None, report: Report) -> None:
    drawn = next((binding for binding in entrant.varied if binding.operator == "~"), None)
    if drawn is None:
        return
    if search is None and entrant.is_complete:
        message = f"`{entrant.model.name.text}` draws `{drawn.name.text}` at random, and does not say how often"
        help_ = "add `search random(20)`, or give a list of values with `in`"
        report(Diagnostic(SEARCH_NEEDED, drawn.name.span, message, "drawn at random", help_))
    elif search and strategy_name(search) == "grid":
        message = f"a grid cannot go over `{drawn.name.text}`, which is drawn at random"
        span, help_ = search.strategy.span, "search with `random(n)`, or give a list of values with `in`"
        related = (Related(drawn.span, "this has no end of values"),)
        report(Diagnostic(GRID_OVER_DRAW, span, message, "expected `random(n)`", help_, related=related))
