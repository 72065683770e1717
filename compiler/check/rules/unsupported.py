"""Whole parts of the language that this compiler does not have yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...source import Span
from ...syntax.tree import Ensemble
from ..findings import not_supported

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline


def unsupported(outline: Outline, report: Report) -> None:
    """Refuse declarations, and entries of models, that are still to come."""
    for declaration in outline.program.declarations:
        if isinstance(declaration, Ensemble):
            _refuse("ensemble", declaration.span, report)


def _refuse(keyword: str, span: Span, report: Report) -> None:
    report(not_supported(Span(span.start, span.start + len(keyword)), f"`{keyword}`"))
