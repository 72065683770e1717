"""The settings of `report`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.blocks import BLOCKS
from ...catalog.figures import FIGURES, TESTED
from ...diagnostics.codes import CONFLICT, EMPTY_VALUES
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.findings import listed, twice
from ...meaning.arguments import bindings_in
from ...meaning.splits import splits
from ...syntax.tree import ListOf, Path, ReportDeclaration, TupleOf
from ..places import block
from ..signature import check

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...source import Span


def results(outline: Outline, report: Report) -> None:
    """Check that every setting of `report` exists, and that the figures fit the task; `threshold` has its own rule."""
    entry = BLOCKS["report"]
    for declared in outline.all(ReportDeclaration):
        place = block("report", declared.span, declared.entries)
        settings = [one for one in bindings_in(declared.entries) if one.name.text != "threshold"]
        bound = check(entry, settings, place, outline.evaluator, report, entry.arguments)
        figures = bound["figures"].value if "figures" in bound else None
        if isinstance(figures, ListOf | TupleOf):
            _check_figures(figures, outline, report)


def _check_figures(figures: ListOf | TupleOf, outline: Outline, report: Report) -> None:
    if not figures.items:
        report(Diagnostic(EMPTY_VALUES, figures.span, "the list of figures is empty", "expected a figure, or `all`"))
    fitting = FIGURES.get(outline.task or "", ())
    known = {name for names in FIGURES.values() for name in names}
    first: dict[str, Span] = {}
    for item in figures.items:
        name = item.text if isinstance(item, Path) else ""
        if first.setdefault(name, item.span) != item.span and name:
            report(twice(item.span, f"`{name}`", first[name]))
        elif name in known and fitting and name not in fitting:
            message = f"a {outline.task} has no figure `{name}`"
            report(Diagnostic(CONFLICT, item.span, message, f"expected {listed(fitting, 'or')}"))
        elif name in TESTED:
            _check_tested(item.span, name, outline, report)


def _check_tested(span: Span, name: str, outline: Outline, report: Report) -> None:
    if splits(outline)[1].name == "none":
        message = f"the figure `{name}` needs held-out rows, and `test` is `none`"
        report(Diagnostic(CONFLICT, span, message, "remove it, or hold out rows for a test"))
