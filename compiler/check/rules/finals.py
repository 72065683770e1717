"""The final estimators of stacks: whether they can be trained on what the members predict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.libraries import library_of
from ...diagnostics.codes import TARGET_COUNT, WRONG_TASK, WRONG_TYPE
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.findings import not_supported
from ...meaning.ensembles import final_of, settings_of
from ...meaning.predicted import target_names
from ...meaning.values import Reference
from ...syntax.tree import EnsembleDeclaration
from ..signature import Site, check

if TYPE_CHECKING:
    from ...catalog.entry import Entry
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...source import Span


def finals(outline: Outline, report: Report) -> None:
    """Check that the final estimator of every stack is an estimator for the task and for so many targets."""
    for declared in outline.all(EnsembleDeclaration):
        given = settings_of(declared, outline).get("final")
        value = outline.evaluator.value(given.value) if given else None
        final = final_of(value)
        if given is None or final is None:
            continue
        span, entry = given.value.span, outline.catalog.entry("estimator", final.path)
        if entry is None:
            if outline.catalog.entry("transformer", final.path):
                message = f"`{final.path.rpartition('.')[2]}` is a transformer, not an estimator"
                report(Diagnostic(WRONG_TYPE, span, message, "expected an estimator such as `Ridge(alpha = 1.0)`"))
            continue
        if isinstance(value, Reference):
            _check_uncalled(entry, span, outline, report)
        _check_fit(entry, span, outline, report)


def _check_uncalled(entry: Entry, span: Span, outline: Outline, report: Report) -> None:
    """Check an estimator of which only the name stands there, which is called without arguments."""
    library = library_of(entry.path)
    if library and library.is_ours:
        report(not_supported(span, f"`{entry.path}` as a final estimator"))
    check(entry, (), Site(f"`{entry.name}`", span), outline.evaluator, report)


def _check_fit(entry: Entry, span: Span, outline: Outline, report: Report) -> None:
    count = len(target_names(outline) or ())
    if outline.task and outline.task not in entry.tasks:
        message = f"`{entry.name}` does not support {outline.task}, and so cannot be the final estimator"
        label = f"supports {' and '.join(entry.tasks)}" if entry.tasks else None
        report(Diagnostic(WRONG_TASK, span, message, label))
    elif outline.task == "regression" and count > 1 and entry.targets == "one":
        message = f"`{entry.name}` predicts one target, but there are {count}"
        report(Diagnostic(TARGET_COUNT, span, message, "for one target only", "`Ridge`, for example, predicts several"))
    elif outline.task == "regression" and count == 1 and entry.targets == "several":
        message = f"`{entry.name}` predicts several targets, but there is one"
        report(Diagnostic(TARGET_COUNT, span, message, "for several targets only"))
