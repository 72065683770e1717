"""Advice: an ensemble has several members, and what combines them is kept from fitting them too closely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import LONE_MEMBER, LOOSE_STACK
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.ensembles import final_of, listed, most_members, pool, settings_of
from ...meaning.samples import sample
from ...syntax.tree import EnsembleDeclaration

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline

MANY = 10
"""So many members fit the noise of a few hundred rows, if nothing holds them back."""

LITTLE_PENALTY: Mapping[str, tuple[str, float, Callable[[float], bool]]] = {
    "sklearn.linear_model.LinearRegression": ("", 0, lambda _: True),
    "sklearn.linear_model.LogisticRegression": ("C", 1.0, lambda strength: strength > 1),
    "sklearn.linear_model.Ridge": ("alpha", 1.0, lambda penalty: penalty < 1),
}
"""Linear estimators, each with the argument that says how far it is held back, its default, and when that is little."""


def members(outline: Outline, report: Report) -> None:
    """Warn of ensembles of one member, and of stacks of many whose final estimator has little penalty."""
    for declared in () if outline.may_lack("model") else outline.all(EnsembleDeclaration):
        count = _count(declared, outline)
        if count == 1:
            message = f"`{declared.name.text}` has only one member, and predicts the same as that member"
            help_ = "name several models in `members`, or take more candidates with `top`"
            report(Diagnostic(LONE_MEMBER, declared.name.span, message, "the best candidate of one model", help_))
        if count is not None and count >= MANY:
            _check_final(declared, count, outline, report)


def _count(declared: EnsembleDeclaration, outline: Outline) -> int | None:
    """Return how many members an ensemble has, if it is known: as many as it asks for, or one of each model."""
    given, there = settings_of(declared, outline), most_members(declared, outline)
    named, top = given.get("members"), given.get("top")
    models = len(pool(declared, outline))
    if named and models != len(listed(named.value) or ()):
        return None
    asked = sample(outline.evaluator.value(top.value)) if top else models
    return min(asked, there if there is not None else asked) if isinstance(asked, int) else None


def _check_final(declared: EnsembleDeclaration, count: int, outline: Outline, report: Report) -> None:
    given = settings_of(declared, outline).get("final")
    final = final_of(outline.evaluator.value(given.value)) if given else None
    if given is None or final is None or final.path not in LITTLE_PENALTY:
        return
    argument, default, is_little = LITTLE_PENALTY[final.path]
    value = sample(dict(final.named).get(argument, default))
    if isinstance(value, int | float) and is_little(value):
        name = final.path.rpartition(".")[2]
        message = f"`{name}` hardly penalizes the weights of {count:,} members, which may fit noise"
        help_ = "use fewer members with `top`, or a final estimator with a stronger penalty, such as `RidgeCV()`"
        report(Diagnostic(LOOSE_STACK, given.value.span, message, "little penalty for many members", help_))
