"""The threshold of the final model: what it is picked by, and that there can be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.thresholds import LABEL_SCORERS, ONE_SIDED_RATES
from ...diagnostics.codes import (
    CONFLICT,
    NO_PROBABILITIES,
    ONE_SIDED_THRESHOLD,
    UNKNOWN_FUNCTION,
    UNKNOWN_SCORE,
    WRONG_SCORE,
    WRONG_TYPE,
)
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.findings import listed, there_is, twice, unknown
from ...meaning.arguments import bindings_in
from ...meaning.classes import class_count
from ...meaning.probabilities import gives_classes_alone
from ...meaning.thresholds import threshold_of
from ...syntax.tree import Call, Path, ReportDeclaration
from ..signature import Site, check
from .scores import meant_scorers, scorer_advice

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...syntax.tree import Binding, Expression

CALLS = ("recall_at", "precision_at")


def threshold(outline: Outline, report: Report) -> None:
    """Check what the threshold is picked by, and that the winner will have probabilities of two classes."""
    for declared in outline.all(ReportDeclaration):
        settings = [one for one in bindings_in(declared.entries) if one.name.text == "threshold"]
        for setting in settings[:1]:
            _check_written(setting.value, outline, report)
            _check_classes(setting, outline, report)
            _check_models(setting, outline, report)
        for setting in settings[1:]:
            report(twice(setting.name.span, "`threshold`", settings[0].name.span))


def _check_written(written: Expression, outline: Outline, report: Report) -> None:
    name, entry, given = threshold_of(written, outline)
    match written:
        case Call() if entry:
            site = Site(f"`{name}`", written.function.span)
            check(entry, given, site, outline.evaluator, report, entry.arguments)
        case Call():
            message = f"a threshold cannot be picked by `{name}(…)`"
            report(unknown(UNKNOWN_FUNCTION, written.function.span, message, name, CALLS))
        case Path():
            _check_scorer(name, written, outline, report)
        case _:
            message = "`threshold` takes a score that it is picked by"
            report(Diagnostic(WRONG_TYPE, written.span, message, f"expected {listed(LABEL_SCORERS, 'or')}"))


def _check_scorer(name: str, written: Path, outline: Outline, report: Report) -> None:
    if name in ONE_SIDED_RATES:
        _warn_of_an_end(name, written, report)
    elif outline.catalog.scorer(name) or len(written.parts) > 1:
        if name not in LABEL_SCORERS:
            message = f"a threshold cannot be picked by `{name}`"
            label = "expected a scorer of the labels of two classes"
            report(Diagnostic(WRONG_SCORE, written.span, message, label, there_is(LABEL_SCORERS)))
    else:
        meant = [one for one in meant_scorers(name, outline)[:1] if one in LABEL_SCORERS]
        advice = scorer_advice(name, meant) or there_is(LABEL_SCORERS)
        message = f"there is no scorer `{name}`"
        suggested = tuple(meant)
        report(Diagnostic(UNKNOWN_SCORE, written.span, message, "unknown scorer", advice, suggestions=suggested))


def _warn_of_an_end(name: str, written: Path, report: Report) -> None:
    other = ONE_SIDED_RATES[name == ONE_SIDED_RATES[0]]
    end = "every row is" if name == "recall" else "hardly any row is"
    message = f"the best {name} alone is where {end} of the positive class"
    help_ = f"say which {other} is needed: `{name}_at({other} = 90%)`"
    report(Diagnostic(ONE_SIDED_THRESHOLD, written.span, message, "picks a threshold at an end", help_))


def _check_classes(setting: Binding, outline: Outline, report: Report) -> None:
    count = class_count(outline)
    if outline.task in ("regression", "multilabel"):
        message = f"a {outline.task} has no threshold"
        report(Diagnostic(CONFLICT, setting.span, message, "only for a classification of two classes"))
    elif count is not None and count > 2:
        message = f"a threshold needs two classes, but there are {count}"
        report(Diagnostic(CONFLICT, setting.span, message, "expected two classes"))


def _check_models(setting: Binding, outline: Outline, report: Report) -> None:
    for entrant in outline.entrants if outline.task == "classification" else ():
        if gives_classes_alone(entrant, outline):
            name, estimator = entrant.model.name.text, entrant.model.estimator.parts[-1]
            message = f"`{name}` has no probabilities, which a threshold needs"
            help_ = "wrap it in `CalibratedClassifierCV`, or leave it out"
            label = f"`{estimator}` predicts only classes"
            report(Diagnostic(NO_PROBABILITIES, setting.span, message, label, help_))
