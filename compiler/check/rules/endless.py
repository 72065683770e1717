"""Advice: thousands of iterations are stopped early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import NO_STOPPING
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import EarlyStopping
from ..evaluate import sample
from ..iterations import ITERATIONS

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Entrant, Outline

MANY = 2_000


def endless(entrant: Entrant, outline: Outline, report: Report) -> None:
    """Warn of long trainings that could stop early and do not."""
    if entrant.estimator is None or not entrant.estimator.early_stopping or entrant.parts(EarlyStopping):
        return
    for binding in entrant.bindings:
        if binding.name.text not in ITERATIONS or binding.operator != "=":
            continue
        number = sample(outline.evaluator.value(binding.value))
        if isinstance(number, int) and number >= MANY:
            message = f"`{entrant.model.name.text}` trains for {number:,} iterations, needed or not"
            help_ = f"add `early_stopping {{ patience = 10, max_iterations = {number} }}` in place of it"
            report(Diagnostic(NO_STOPPING, binding.span, message, "without early stopping", help_))
