"""The search of a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import GRID_OVER_DRAW, SEARCH_NEEDED, UNKNOWN_FUNCTION
from ...diagnostics.diagnostic import Diagnostic, Related
from ...diagnostics.findings import twice, unknown
from ...meaning.space import strategy_entry, strategy_name
from ...syntax.tree import Call, SearchDeclaration
from ..signature import Site, check

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant

STRATEGIES = ("grid", "random")


def search(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    """Check that every search exists, and that what is drawn is searched at random."""
    first, *others = entrant.parts(SearchDeclaration) or (None,)
    for other in others:
        if first and other:
            report(twice(other.span, "`search`", first.span))
    if first:
        _check_strategy(first, evaluator, report)
    _check_draws(entrant, first, report)


def _check_strategy(search: SearchDeclaration, evaluator: Evaluator, report: Report) -> None:
    entry, name, strategy = strategy_entry(search, evaluator.catalog), strategy_name(search), search.strategy
    if entry is None:
        report(unknown(UNKNOWN_FUNCTION, strategy.span, f"there is no search `{name}`", name, STRATEGIES))
    else:
        arguments = strategy.arguments if isinstance(strategy, Call) else ()
        check(entry, arguments, Site(f"`search {name}`", strategy.span), evaluator, report)


def _check_draws(entrant: Entrant, search: SearchDeclaration | None, report: Report) -> None:
    drawn = next((binding for binding in entrant.varied if binding.operator == "~"), None)
    if drawn is None:
        return
    if search is None and entrant.is_complete:
        message = f"`{entrant.model.name.text}` draws `{drawn.name.text}` at random, but does not say how often"
        help_ = "add `search random(20)`, or give a list of values with `in`"
        report(Diagnostic(SEARCH_NEEDED, drawn.name.span, message, "drawn at random", help_))
    elif search and strategy_name(search) == "grid":
        message = f"a grid cannot cover `{drawn.name.text}`, which is drawn at random"
        span, help_ = search.strategy.span, "search with `random(n)`, or give a list of values with `in`"
        related = (Related(drawn.span, "this has infinitely many values"),)
        report(Diagnostic(GRID_OVER_DRAW, span, message, "expected `random(n)`", help_, related=related))
