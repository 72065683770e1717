"""Early stopping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.blocks import BLOCKS
from ...catalog.libraries import LIBRARIES, library_of
from ...diagnostics.codes import CONFLICT, NO_EARLY_STOPPING
from ...diagnostics.diagnostic import Diagnostic, Related
from ...diagnostics.findings import twice
from ...meaning.arguments import bindings_in
from ...meaning.evaluate import UNKNOWN
from ...meaning.samples import sample
from ...source import Span
from ...syntax.tree import EarlyStoppingDeclaration
from ..places import block
from ..signature import check

if TYPE_CHECKING:
    from ...catalog.libraries import Library, Stopping
    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant
    from ...syntax.tree import Binding

CONSTANT = ("monitor", "refit", "final_iterations")


def early_stopping(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    """Check that the estimator supports early stopping, and that nothing else sets the number of iterations."""
    first, *others = entrant.parts(EarlyStoppingDeclaration) or (None,)
    for other in others:
        if first and other:
            report(twice(_head(other), "`early_stopping`", _head(first)))
    if first:
        _check(entrant, first, evaluator, report)


def _check(entrant: Entrant, stopping: EarlyStoppingDeclaration, evaluator: Evaluator, report: Report) -> None:
    given = bindings_in(stopping.entries)
    check(
        BLOCKS["early_stopping"],
        given,
        block("early_stopping", stopping.span, stopping.entries),
        evaluator,
        report,
        CONSTANT,
    )
    if entrant.estimator is None:
        return
    library = library_of(entrant.estimator.path)
    if not entrant.estimator.early_stopping or library is None or library.stopping is None:
        *most, last = (one.title for one in LIBRARIES.values() if one.stopping)
        message = f"`{entrant.estimator.name}` does not support early stopping"
        help_ = f"the models of {', '.join(most)} and {last} do"
        report(Diagnostic(NO_EARLY_STOPPING, _head(stopping), message, "remove this block", help_))
        return
    _check_library(library, library.stopping, entrant, {one.name.text: one for one in given}, evaluator, report)
    for binding in dict.fromkeys(binding for space in entrant.spaces for binding in space):
        if binding.name.text in library.iterations:
            message = f"`{binding.name.text}` conflicts with `early_stopping`, which sets the number of iterations"
            related = (Related(_head(stopping), "`max_iterations` sets the limit here"),)
            report(Diagnostic(CONFLICT, binding.name.span, message, "remove one of the two", related=related))


def _head(stopping: EarlyStoppingDeclaration) -> Span:
    return Span(stopping.span.start, stopping.span.start + len("early_stopping"))


def _check_library(
    library: Library,
    stops: Stopping,
    entrant: Entrant,
    given: dict[str, Binding],
    evaluator: Evaluator,
    report: Report,
) -> None:
    """Check what is particular to a library."""
    least = sample(evaluator.value(given["min_delta"].value)) if "min_delta" in given else 0
    if not stops.takes_min_delta and least not in (0, UNKNOWN):
        message = f"{library.title} has no minimum improvement, so `min_delta` is not supported"
        report(Diagnostic(CONFLICT, given["min_delta"].span, message, "remove this setting"))
    measured = next((one for space in entrant.spaces for one in space if one.name.text in stops.monitor), None)
    if "monitor" in given and measured:
        message = f"`{measured.name.text}` conflicts with `monitor`, which sets what is watched"
        related = (Related(given["monitor"].span, "the watched quantity is set here"),)
        report(Diagnostic(CONFLICT, measured.name.span, message, "remove one of the two", related=related))
