"""What is shown at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.blocks import BLOCKS
from ...diagnostics.codes import CONFLICT, EMPTY_VALUES
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import ListOf, Path, Report, TupleOf
from ..findings import listed, twice
from ..places import block
from ..signature import bindings_in, check

if TYPE_CHECKING:
    from ...source import Span
    from ..findings import Report as Tell
    from ..outline import Outline

FIGURES: dict[str, tuple[str, ...]] = {
    "regression": ("all_scores", "predicted_vs_true"),
    "multilabel": ("all_scores",),
    "classification": ("all_scores", "confusion_matrix", "roc_curve"),
}
"""The figures that there are of each task, in their order."""


def results(outline: Outline, report: Tell) -> None:
    """Check that every setting of `report` exists, and that the figures fit the task."""
    entry = BLOCKS["report"]
    for declared in outline.all(Report):
        place = block("report", declared.span, declared.entries)
        bound = check(entry, bindings_in(declared.entries), place, outline.evaluator, entry.arguments)
        figures = bound["figures"].value if "figures" in bound else None
        if isinstance(figures, ListOf | TupleOf):
            _check_figures(figures, outline, report)


def _check_figures(figures: ListOf | TupleOf, outline: Outline, report: Tell) -> None:
    if not figures.items:
        report(Diagnostic(EMPTY_VALUES, figures.span, "there is no figure in this list", "expected a figure, or `all`"))
    fitting = FIGURES.get(outline.task or "", ())
    known = {name for names in FIGURES.values() for name in names}
    first: dict[str, Span] = {}
    for item in figures.items:
        name = item.text if isinstance(item, Path) else ""
        if first.setdefault(name, item.span) != item.span and name:
            report(twice(item.span, f"`{name}`", first[name]))
        elif name in known and fitting and name not in fitting:
            message = f"a {outline.task} has no `{name}`"
            report(Diagnostic(CONFLICT, item.span, message, f"expected {listed(fitting, 'or')}"))
