"""What models bind: arguments of their estimators and of `fit`, fixed, chosen or drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...syntax.tree import Fit
from ..accept import Slot, check_value, check_values
from ..draws import check_draw
from ..findings import twice
from ..foreign import foreign
from ..places import block, part
from ..signature import bindings_in, check_names

if TYPE_CHECKING:
    from ...catalog.entry import Entry
    from ...syntax.tree import Binding
    from ..evaluate import Evaluator
    from ..findings import Report
    from ..outline import Entrant, Outline
    from ..signature import Place


def bindings(entrant: Entrant, outline: Outline, report: Report) -> None:
    """Check that every argument exists, stands once, and has values that its estimator takes."""
    if entrant.estimator:
        estimator, written = entrant.estimator, entrant.model.estimator
        place = part(f"`{estimator.name}`", written.span, entrant.entries)
        for space in entrant.spaces:
            check_bindings(estimator, space, place, outline.evaluator)
    _check_fit(entrant, outline.evaluator, report)


def check_bindings(entry: Entry, bound: tuple[Binding, ...], place: Place, evaluator: Evaluator) -> None:
    """Check the arguments of an entry, which may be chosen or drawn."""
    for name, one in check_names(entry, bound, place, evaluator.report).items():
        _check_binding(Slot(entry.arguments[name], place.owner, takes_objects=True), one, evaluator)


def _check_binding(slot: Slot, one: Binding, evaluator: Evaluator) -> None:
    match one.operator:
        case "in":
            check_values(slot, one.value, evaluator)
        case "~":
            check_draw(slot, one.value, evaluator)
        case "=":
            check_value(slot, one.value, evaluator)


def _check_fit(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    first, *others = entrant.parts(Fit) or (None,)
    for other in others:
        if first and other:
            report(twice(other.span, "`fit`", first.span))
    if first:
        given = bindings_in(first.entries)
        check_bindings(foreign("fit", "estimator", given), given, block("fit", first.span, first.entries), evaluator)
