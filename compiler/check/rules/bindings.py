"""What models bind: their estimators' arguments, fixed, chosen or drawn; and arguments of `fit`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...syntax.tree import Binding, Fit
from ..accept import Slot, check_value, check_values
from ..draws import check_draw
from ..evaluate import has_objects
from ..findings import not_supported, twice
from ..places import part
from ..signature import bindings_in, check_freely, check_names

if TYPE_CHECKING:
    from ...syntax.tree import Model
    from ..evaluate import Evaluator
    from ..findings import Report
    from ..outline import Entrant, Outline


def bindings(outline: Outline, report: Report) -> None:
    """Check that every argument exists, stands once, and has values that its estimator takes."""
    for entrant in outline.entrants:
        _check_arguments(entrant, outline.evaluator)
        _check_fit(entrant, outline.evaluator, report)


def _check_arguments(entrant: Entrant, evaluator: Evaluator) -> None:
    if entrant.estimator is None:
        return
    model: Model = entrant.model
    place = part(f"`{entrant.estimator.name}`", model.estimator.span, model.entries)
    for name, one in check_names(entrant.estimator, entrant.bindings, place, evaluator.report).items():
        slot = Slot(entrant.estimator.arguments[name], place.owner, takes_objects=True)
        match one:
            case Binding(operator="in"):
                check_values(slot, one.value, evaluator)
            case Binding(operator="~"):
                check_draw(slot, one.value, evaluator)
            case _:
                check_value(slot, one.value, evaluator)


def _check_fit(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    first, *others = entrant.parts(Fit) or (None,)
    for other in others:
        if first and other:
            report(twice(other.span, "`fit`", first.span))
    given = bindings_in(first.entries if first else ())
    for binding in given:
        if binding.operator != "=":
            report(not_supported(binding.span, f"a `fit` argument that varies, such as `{binding.name.text}`,"))
        elif has_objects(evaluator.value(binding.value)):
            report(not_supported(binding.value.span, "a Python object as an argument of `fit`"))
    check_freely([binding for binding in given if binding.operator == "="], evaluator)
