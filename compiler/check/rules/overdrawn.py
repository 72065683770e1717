"""Advice: no more draws than there are points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import TOO_MANY_DRAWS
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Search
from ..space import draws, points

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Entrant, Outline


def overdrawn(entrant: Entrant, outline: Outline, report: Report) -> None:
    """Warn of a random search that asks for more candidates than its space has."""
    search = entrant.part(Search)
    there, wanted = points(entrant, outline.evaluator), draws(entrant, outline)
    if search and there is not None and wanted is not None and wanted > there:
        name = entrant.model.name.text
        message = f"`{name}` has {there} candidate{'s' * (there != 1)}, and {wanted} are to be drawn"
        help_ = "each is drawn once: `search grid` says the same"
        report(Diagnostic(TOO_MANY_DRAWS, search.strategy.span, message, f"expected at most {there}", help_))
