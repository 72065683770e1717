"""The threshold of the final model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .python import Scope, arguments

if TYPE_CHECKING:
    from ..plan.plan import Plan


def threshold_call(plan: Plan) -> str:
    """Return the call that picks the threshold, or nothing where none is asked for."""
    if plan.report.threshold is None:
        return ""
    score, least = plan.report.threshold
    return f"pick_threshold(self, {arguments([score], least, Scope())})"
