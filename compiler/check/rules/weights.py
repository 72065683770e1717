"""Advice: models that get sample weights support them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import UNTAKEN_WEIGHTS
from ...diagnostics.diagnostic import Diagnostic, Related
from ...meaning.columns import column_of

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline


def weights(outline: Outline, report: Report) -> None:
    """Warn of models whose `fit` takes no weights: all rows count the same there."""
    weight = column_of("weight", outline)
    for entrant in outline.entrants if weight else ():
        if weight and entrant.estimator and not entrant.estimator.weights:
            message = f"`{entrant.estimator.name}` does not support sample weights, so it is trained without them"
            related = (Related(weight.span, "the weights are here"),)
            span = entrant.model.estimator.span
            report(Diagnostic(UNTAKEN_WEIGHTS, span, message, "ignores the weights", related=related))
