"""The arguments of models: of their estimators and of `fit`, fixed, chosen or drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.types import admits, describe_types
from ...diagnostics.codes import WRONG_TYPE
from ...diagnostics.diagnostic import Diagnostic, Fix
from ...diagnostics.findings import twice
from ...meaning.arguments import bindings_in
from ...meaning.foreign import foreign
from ...meaning.samples import sample
from ...source import Span
from ...syntax.tree import FitDeclaration
from ..accept import Subject, check_value, check_values
from ..draws import check_draw
from ..places import block, part
from ..signature import check_names

if TYPE_CHECKING:
    from ...catalog.entry import Entry
    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant
    from ...syntax.tree import Binding
    from ..signature import Site


def bindings(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    """Check that every argument exists, is given once, and has valid values."""
    if entrant.estimator:
        estimator, written = entrant.estimator, entrant.model.estimator
        place = part(f"`{estimator.name}`", written.span, entrant.entries)
        for space in entrant.spaces:
            check_bindings(estimator, space, place, evaluator, report)
    _check_fit(entrant, evaluator, report)


def check_bindings(entry: Entry, bound: tuple[Binding, ...], place: Site, evaluator: Evaluator, report: Report) -> None:
    """Check the arguments of an entry, which may be chosen or drawn."""
    for name, one in check_names(entry, bound, place, report).items():
        _check_binding(Subject(entry.arguments[name], place.owner, takes_objects=True), one, evaluator, report)


def _check_binding(subject: Subject, one: Binding, evaluator: Evaluator, report: Report) -> None:
    match one.operator:
        case "in":
            check_values(subject, one.value, evaluator, report)
        case "~":
            check_draw(subject, one.value, evaluator, report)
        case "=":
            if not _tries_several(subject, one, evaluator, report):
                check_value(subject, one.value, evaluator, report)


def _tries_several(subject: Subject, one: Binding, evaluator: Evaluator, report: Report) -> bool:
    """Report an argument that is fixed to a list of values, each of which is valid."""
    value = evaluator.value(one.value)
    if not isinstance(value, list | range) and type(value) is not tuple:
        return False
    types, values = (
        subject.argument.types,
        [sample(item) for item in ([*value] if not isinstance(value, range) else (value[0], value[-1]))],
    )
    if not value or admits(types, sample(value)) or not all(admits(types, item) for item in values):
        return False
    what = "a range" if isinstance(value, range) else "a list"
    message = f"{subject} takes one value, but this is {what}"
    fix = Fix("use `in` to try each value", Span(one.name.span.end, one.value.span.start), " in ")
    report(Diagnostic(WRONG_TYPE, one.value.span, message, f"expected {describe_types(types)}", fix=fix))
    return True


def _check_fit(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    first, *others = entrant.parts(FitDeclaration) or (None,)
    for other in others:
        if first and other:
            report(twice(other.span, "`fit`", first.span))
    if first:
        given = bindings_in(first.entries)
        check_bindings(
            foreign("fit", "estimator", given), given, block("fit", first.span, first.entries), evaluator, report
        )
