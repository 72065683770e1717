"""Whole parts of the language that this compiler does not have yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...source import Span
from ...syntax.tree import Ensemble, Preprocess, Resources, Run, Select, Space, Step
from ..findings import not_supported

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline


def unsupported(outline: Outline, report: Report) -> None:
    """Refuse declarations, and entries of models, that are still to come."""
    for declaration in outline.program.declarations:
        if isinstance(declaration, Ensemble | Select):
            _refuse(type(declaration).__name__.lower(), declaration.span, report)
    entries = [entry for entrant in outline.entrants for entry in entrant.model.entries]
    entries += [entry for run in outline.all(Run) for entry in run.entries if isinstance(entry, Resources)]
    for entry in entries:
        if isinstance(entry, Space | Step | Resources | Preprocess):
            inside = " inside a model" if isinstance(entry, Preprocess) else ""
            _refuse(type(entry).__name__.lower(), entry.span, report, inside)


def _refuse(keyword: str, span: Span, report: Report, where: str = "") -> None:
    report(not_supported(Span(span.start, span.start + len(keyword)), f"`{keyword}`{where}"))
