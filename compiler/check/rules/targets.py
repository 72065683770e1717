"""The number of targets: task, models and scores must support it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import TARGET_COUNT
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.columns import mentions
from ...meaning.predicted import target_names
from ...syntax.tree import DataDeclaration, ScoreDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Entrant, Outline
    from ...source import Span


def targets(outline: Outline, report: Report) -> None:
    """Check the number of targets."""
    names, data = target_names(outline), outline.one(DataDeclaration)
    if not names or data is None:
        return
    count = len(names)
    if outline.task == "classification" and count > 1:
        help_ = "for several yes-or-no columns, use `task multilabel`"
        message = f"a classification has one target, but there are {count}"
        report(Diagnostic(TARGET_COUNT, _place(data, outline), message, "too many targets", help_))
    elif outline.task == "multilabel" and count == 1:
        help_ = "for one column of classes, even if they are yes and no, use `task classification`"
        message = "a multilabel tournament needs several targets, but there is one"
        report(Diagnostic(TARGET_COUNT, _place(data, outline), message, "too few targets", help_))
    elif outline.task == "regression":
        for entrant in outline.entrants:
            _check_estimator(entrant, count, report)
        for path in (path for score in outline.all(ScoreDeclaration) for path in score.scorers) if count > 1 else ():
            scorer = outline.catalog.scorer(path.text)
            if scorer and outline.task in scorer.tasks and not scorer.several_targets:
                message = f"`{scorer.name}` scores one target, but there are {count}"
                report(Diagnostic(TARGET_COUNT, path.span, message, "for one target only", "`r2` is one that does"))


def _place(data: DataDeclaration, outline: Outline) -> Span:
    """Return the place of the second target, or of the argument that sets their number."""
    declared = [one.span for one in mentions(data, outline) if one.role == "target"]
    return (*declared[1:], *declared, data.source.span)[0]


def _check_estimator(entrant: Entrant, count: int, report: Report) -> None:
    estimator, span = entrant.estimator, entrant.model.estimator.span
    if estimator is None or "regression" not in estimator.tasks:
        return
    if count > 1 and estimator.targets == "one":
        message = f"`{estimator.name}` predicts one target, but there are {count}"
        help_ = "`MultiOutputRegressor` trains one such model for each target"
        report(Diagnostic(TARGET_COUNT, span, message, "for one target only", help_))
    if count == 1 and estimator.targets == "several":
        message = f"`{estimator.name}` predicts several targets, but there is one"
        report(Diagnostic(TARGET_COUNT, span, message, "for several targets only"))
