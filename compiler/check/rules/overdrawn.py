"""Advice: no more draws than there are points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import TOO_MANY_DRAWS
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.space import draws, points
from ...syntax.tree import SearchDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant


def overdrawn(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    """Warn of a random search that asks for more candidates than its space has."""
    search = entrant.part(SearchDeclaration)
    there, wanted = points(entrant, evaluator), draws(entrant, evaluator)
    if search and there is not None and wanted is not None and wanted > there:
        name = entrant.model.name.text
        message = f"`{name}` has {there} candidate{'s' * (there != 1)}, but {wanted} are to be drawn"
        help_ = "no candidate is drawn twice, so `search grid` does the same"
        report(Diagnostic(TOO_MANY_DRAWS, search.strategy.span, message, f"expected at most {there}", help_))
