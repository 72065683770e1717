"""Check calls that are used as values: of transformers, estimators and the user's objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .signature import check_call

if TYPE_CHECKING:
    from ..diagnostics.findings import Report
    from ..meaning.outline import Outline


def calls(outline: Outline, report: Report) -> None:
    """Check the arguments of all calls that were evaluated."""
    for call, entry in outline.evaluator.calls:
        check_call(call, entry, outline.evaluator, report)
