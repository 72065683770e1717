"""The positive class: it needs a classification of two classes, and some scores need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT, UNNAMED_POSITIVE
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.arguments import bindings_in
from ...meaning.classes import class_count
from ...syntax.tree import Call, DataDeclaration, Path, ReportDeclaration, ScoreDeclaration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline

ONE_SIDED = (
    "average_precision",
    "f1",
    "jaccard",
    "neg_negative_likelihood_ratio",
    "positive_likelihood_ratio",
    "precision",
    "recall",
)
"""Scores of two classes that depend on which class is the positive one."""


def positive(outline: Outline, report: Report) -> None:
    """Reject a positive class where there can be none, and warn of scores that need one that is not declared."""
    data = outline.one(DataDeclaration)
    if data is None or outline.source is None:
        return
    named = next((one for one in bindings_in(data.entries) if one.name.text == "positive"), None)
    count = class_count(outline)
    if named is None:
        if outline.source.block.kind != "mock" and outline.task == "classification" and count in (2, None):
            _warn(outline, report)
    elif outline.task in ("regression", "multilabel"):
        message = f"a {outline.task} has no positive class"
        report(Diagnostic(CONFLICT, named.span, message, "only for classification"))
    elif count is not None and count > 2:
        message = f"a positive class needs two classes, but there are {count}"
        report(Diagnostic(CONFLICT, named.span, message, "expected two classes"))


def _warn(outline: Outline, report: Report) -> None:
    declared = outline.one(ScoreDeclaration)
    for path in (*(declared.scorers if declared else ()), *_of_threshold(outline)):
        if path.text in ONE_SIDED or path.text.endswith("_at"):
            message = f"`{path.text}` scores one class, but no positive class is declared"
            label = "scores the class that sorts last"
            help_ = "declare it in the `data` block, for example `positive = churned`"
            report(Diagnostic(UNNAMED_POSITIVE, path.span, message, label, help_))
            return


def _of_threshold(outline: Outline) -> Iterator[Path]:
    """Yield what a threshold is picked by."""
    declared = outline.one(ReportDeclaration)
    for one in bindings_in(declared.entries if declared else ()):
        if one.name.text == "threshold" and isinstance(one.value, Path | Call):
            yield one.value.function if isinstance(one.value, Call) else one.value
