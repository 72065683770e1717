"""The estimators of models: they exist and support the task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import UNKNOWN_ESTIMATOR, WRONG_TASK
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.suggest import asked, suggestions

if TYPE_CHECKING:
    from ...catalog.catalog import Catalog
    from ...catalog.entry import Entry
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...syntax.tree import Path


def estimators(outline: Outline, report: Report) -> None:
    """Check that every model's estimator exists and supports the task."""
    for entrant in outline.entrants:
        written = entrant.model.estimator
        if entrant.estimator is None:
            _report_unknown(written, outline.catalog, report)
        elif entrant.is_foreign:
            outline.evaluator.is_python(written)
        elif outline.task and outline.task not in entrant.estimator.tasks:
            report(_wrong_task(written, entrant.estimator, outline))


def _report_unknown(written: Path, catalog: Catalog, report: Report) -> None:
    message, label = f"the catalog has no estimator `{written.text}`", "unknown estimator"
    meant = suggestions(written.parts[-1], [path.rpartition(".")[2] for path in catalog.names("estimator")])
    report(Diagnostic(UNKNOWN_ESTIMATOR, written.span, message, label, asked(meant), suggestions=tuple(meant)))


def _wrong_task(written: Path, estimator: Entry, outline: Outline) -> Diagnostic:
    message = f"`{estimator.name}` does not support {outline.task}"
    stem = estimator.name.removesuffix("Regressor").removesuffix("Classifier").removesuffix("R").removesuffix("C")
    known = {path.rpartition(".")[2]: path for path in outline.catalog.names("estimator")}
    relatives = [name for suffix in ("Regressor", "Classifier", "R", "C", "") if (name := stem + suffix) in known]
    counterpart = next((name for name in relatives if _plays(outline, known[name])), None)
    help_ = f"for {outline.task}, use `{counterpart}`" if counterpart else None
    label = f"supports {' and '.join(estimator.tasks)}" if estimator.tasks else None
    return Diagnostic(WRONG_TASK, written.span, message, label, help_)


def _plays(outline: Outline, path: str) -> bool:
    entry = outline.catalog.entry("estimator", path)
    return entry is not None and outline.task in entry.tasks
