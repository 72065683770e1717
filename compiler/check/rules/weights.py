"""Advice: who is given sample weights can use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import UNTAKEN_WEIGHTS
from ...diagnostics.diagnostic import Diagnostic, Related
from ..columns import column_of

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline


def weights(outline: Outline, report: Report) -> None:
    """Warn of models whose `fit` takes no weights: all rows count the same there."""
    weight = column_of("weight", outline)
    for entrant in outline.entrants if weight else ():
        if weight and entrant.estimator and not entrant.estimator.weights:
            message = f"`{entrant.estimator.name}` takes no sample weights: it is trained as if there were none"
            related = (Related(weight.span, "the weights are here"),)
            span = entrant.model.estimator.span
            report(Diagnostic(UNTAKEN_WEIGHTS, span, message, "without weights", related=related))
