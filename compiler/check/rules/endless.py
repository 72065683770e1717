"""Advice: use early stopping for thousands of iterations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.libraries import library_of
from ...diagnostics.codes import NO_STOPPING
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.samples import sample
from ...syntax.tree import EarlyStoppingDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant

MANY = 2_000


def endless(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    """Warn of long training without early stopping, if the estimator supports it."""
    if entrant.estimator is None or not entrant.estimator.early_stopping or entrant.parts(EarlyStoppingDeclaration):
        return
    library = library_of(entrant.estimator.path)
    for binding in entrant.bindings if library else ():
        if library is None or binding.name.text not in library.iterations or binding.operator != "=":
            continue
        number = sample(evaluator.value(binding.value))
        if isinstance(number, int) and number >= MANY:
            message = f"`{entrant.model.name.text}` always trains for {number:,} iterations"
            help_ = f"replace it with `early_stopping {{ patience = 10, max_iterations = {number:_} }}`"
            report(Diagnostic(NO_STOPPING, binding.span, message, "without early stopping", help_))
