"""What is in the place that actions are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...diagnostics import Diagnostic
    from ...source import Span
    from ..document import Document


def findings(document: Document, place: Span) -> list[Diagnostic]:
    """Return the findings that a place touches."""
    return [found for found in document.diagnostics if found.span.start <= place.end and place.start <= found.span.end]
