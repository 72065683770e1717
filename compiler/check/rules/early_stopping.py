"""When training stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.blocks import BLOCKS
from ...diagnostics.codes import CONFLICT, NO_EARLY_STOPPING
from ...diagnostics.diagnostic import Diagnostic, Related
from ...source import Span
from ...syntax.tree import EarlyStopping
from ..evaluate import UNKNOWN, sample
from ..findings import twice
from ..iterations import ITERATIONS
from ..places import block
from ..signature import bindings_in, check

if TYPE_CHECKING:
    from ...syntax.tree import Binding
    from ..findings import Report
    from ..outline import Entrant, Outline

CONSTANT = ("monitor", "refit", "final_iterations")


def early_stopping(entrant: Entrant, outline: Outline, report: Report) -> None:
    """Check that only what trains in rounds is stopped early, and nothing else decides how many there are."""
    first, *others = entrant.parts(EarlyStopping) or (None,)
    for other in others:
        if first and other:
            report(twice(_head(other), "`early_stopping`", _head(first)))
    if first:
        _check(entrant, first, outline, report)


def _check(entrant: Entrant, stopping: EarlyStopping, outline: Outline, report: Report) -> None:
    given = bindings_in(stopping.entries)
    check(
        BLOCKS["early_stopping"],
        given,
        block("early_stopping", stopping.span, stopping.entries),
        outline.evaluator,
        CONSTANT,
    )
    if entrant.estimator is None:
        return
    if not entrant.estimator.early_stopping:
        message = f"`{entrant.estimator.name}` cannot be stopped early"
        help_ = "the models of LightGBM, XGBoost, CatBoost and Keras can"
        report(Diagnostic(NO_EARLY_STOPPING, _head(stopping), message, "remove this block", help_))
        return
    _check_library(entrant, {one.name.text: one for one in given}, outline, report)
    for binding in dict.fromkeys(binding for space in entrant.spaces for binding in space):
        if binding.name.text in ITERATIONS:
            message = f"`{binding.name.text}` is bound, and `early_stopping` decides it"
            related = (Related(_head(stopping), "`max_iterations` is the limit here"),)
            report(Diagnostic(CONFLICT, binding.name.span, message, "remove one of the two", related=related))


def _head(stopping: EarlyStopping) -> Span:
    return Span(stopping.span.start, stopping.span.start + len("early_stopping"))


def _check_library(entrant: Entrant, given: dict[str, Binding], outline: Outline, report: Report) -> None:
    """Check what is particular to a library."""
    least = sample(outline.evaluator.value(given["min_delta"].value)) if "min_delta" in given else 0
    if entrant.estimator and entrant.estimator.path.startswith("catboost.") and least not in (0, UNKNOWN):
        message = "CatBoost takes every improvement for one, so that there is no `min_delta`"
        report(Diagnostic(CONFLICT, given["min_delta"].span, message, "remove this setting"))
    measured = next((one for space in entrant.spaces for one in space if one.name.text == "eval_metric"), None)
    if "monitor" in given and measured:
        message = "`eval_metric` is bound, and `monitor` decides it"
        related = (Related(given["monitor"].span, "this is watched"),)
        report(Diagnostic(CONFLICT, measured.name.span, message, "remove one of the two", related=related))
