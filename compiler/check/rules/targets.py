"""How many targets there are, and whether task, models and scores can have so many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import TARGET_COUNT
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Data, Score
from ..columns import mentions
from ..predicted import targets as names_of_targets

if TYPE_CHECKING:
    from ...source import Span
    from ..findings import Report
    from ..outline import Entrant, Outline


def targets(outline: Outline, report: Report) -> None:
    """Check the number of targets."""
    names, data = names_of_targets(outline), outline.one(Data)
    if not names or data is None:
        return
    count = len(names)
    if outline.task == "classification" and count > 1:
        help_ = "`task multilabel` is for several columns of yes and no"
        message = f"a classification has one target, and here are {count}"
        report(Diagnostic(TARGET_COUNT, _place(data, outline), message, "too many targets", help_))
    elif outline.task == "multilabel" and count == 1:
        help_ = "one column of classes, even if they are yes and no, is a `task classification`"
        message = "a multilabel tournament has several targets, and here is one"
        report(Diagnostic(TARGET_COUNT, _place(data, outline), message, "too few targets", help_))
    elif outline.task == "regression":
        for entrant in outline.entrants:
            _check_estimator(entrant, count, report)
        for path in (path for score in outline.all(Score) for path in score.scorers) if count > 1 else ():
            scorer = outline.catalog.scorer(path.text)
            if scorer and outline.task in scorer.tasks and not scorer.several_targets:
                message = f"`{scorer.name}` scores one target, and here are {count}"
                report(
                    Diagnostic(TARGET_COUNT, path.span, message, "for one target only", "`r2` would do, for example")
                )


def _place(data: Data, outline: Outline) -> Span:
    """Return the place of the second target, or else of what is known to have so many."""
    declared = [one.span for one in mentions(data, outline) if one.role == "target"]
    return (*declared[1:], *declared, data.source.span)[0]


def _check_estimator(entrant: Entrant, count: int, report: Report) -> None:
    estimator, span = entrant.estimator, entrant.model.estimator.span
    if estimator is None or "regression" not in estimator.tasks:
        return
    if count > 1 and estimator.targets == "one":
        message = f"`{estimator.name}` predicts one target, and here are {count}"
        help_ = "`MultiOutputRegressor` trains one such model for each target"
        report(Diagnostic(TARGET_COUNT, span, message, "for one target only", help_))
    if count == 1 and estimator.targets == "several":
        message = f"`{estimator.name}` predicts several targets, and here is one"
        report(Diagnostic(TARGET_COUNT, span, message, "for several targets only"))
