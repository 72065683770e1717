"""Arguments that an estimator accepts separately but rejects together."""

from __future__ import annotations

from ast import literal_eval
from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT, REFUSED_CANDIDATES
from ...diagnostics.diagnostic import Diagnostic, Related
from ...meaning.evaluate import UNKNOWN
from ...meaning.samples import has_objects, sample
from ...meaning.show import show
from ..refusals import REFUSALS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...catalog.entry import Entry
    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant
    from ...syntax.tree import Binding
    from ..refusals import Refusal

MOST = 1_000
"""Longer lists of values are not checked."""


def refused(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    """Report combinations of values with which a model's estimator fails in every fit."""
    estimator = entrant.estimator
    known = [one for one in REFUSALS if estimator and estimator.path in one.estimators]
    if not known or estimator is None:
        return
    for space in entrant.spaces:
        bound = {one.name.text: one for one in space}
        for refusal in known:
            _check(refusal, bound, estimator, evaluator, report)


def _check(
    refusal: Refusal, bound: Mapping[str, Binding], estimator: Entry, evaluator: Evaluator, report: Report
) -> None:
    values = {name: _values(name, bound, estimator, evaluator) for name in refusal.where}
    hit = {name: [one for one in values[name] if is_refused(one)] for name, is_refused in refusal.where.items()}
    written = [bound[name] for name in refusal.where if name in bound]
    if not written or not all(hit.values()):
        return
    *others, last = sorted(written, key=lambda one: one.span)
    always = all(len(hit[name]) == len(values[name]) for name in hit)
    pair = " with ".join(f"`{name} = {show(found[0])}`" for name, found in hit.items())
    message = f"`{estimator.name}` does not support {pair}" + (", its default" if len(written) < len(hit) else "")
    help_ = refusal.instead if always else f"{refusal.instead}, or put each valid combination in a `space` of its own"
    related = tuple(Related(one.span, f"`{one.name.text}` is here") for one in others)
    code, label = (CONFLICT, "these values conflict") if always else (REFUSED_CANDIDATES, "some candidates would fail")
    report(Diagnostic(code, last.span, message, label, help_, related=related))


def _values(name: str, bound: Mapping[str, Binding], estimator: Entry, evaluator: Evaluator) -> list[object]:
    """Return the values that an argument may have, by the specification or by default; none if they are not known."""
    argument, one = estimator.arguments.get(name), bound.get(name)
    if one is None:
        return [] if argument is None or argument.default is None else [literal_eval(argument.default)]
    value = evaluator.value(one.value) if one.operator != "~" else UNKNOWN
    if value is UNKNOWN or has_objects(value):
        return []
    known = sample(value)
    if one.operator == "=":
        return [known]
    return list(known) if isinstance(known, list | tuple | range) and len(known) <= MOST else []
