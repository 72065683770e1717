"""Ensembles: their kinds and settings, and who their members are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import EMPTY_VALUES, TOO_FEW_MEMBERS, UNKNOWN_FUNCTION, UNKNOWN_NAME, WRONG_TYPE
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.findings import twice, unknown
from ...meaning.arguments import bindings_in
from ...meaning.ensembles import kind_of, listed, most_members
from ...meaning.samples import sample
from ...syntax.tree import EnsembleDeclaration, Path
from ..accept import Subject, check_value
from ..places import part
from ..signature import check_names

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...source import Span
    from ...syntax.tree import Binding, Expression

KINDS = ("average", "greedy", "stack")


def ensembles(outline: Outline, report: Report) -> None:
    """Check that every ensemble is of a kind that exists, with settings of that kind, and of models that exist."""
    for declared in outline.all(EnsembleDeclaration):
        entry, name = kind_of(declared, outline), declared.kind.text
        if entry is None:
            message = f"there is no kind of ensemble `{name}`"
            report(unknown(UNKNOWN_FUNCTION, declared.kind.span, message, name, KINDS))
            continue
        place = part(f"`{name}`", declared.kind.span, declared.entries)
        bound = check_names(entry, bindings_in(declared.entries), place, report)
        for argument, one in bound.items():
            if argument == "members":
                _check_members(one.value, outline, report)
            else:
                check_value(Subject(entry.arguments[argument], place.owner), one.value, outline.evaluator, report)
        if "top" in bound:
            _check_top(declared, bound["top"], outline, report)


def _check_members(node: Expression, outline: Outline, report: Report) -> None:
    """Check that the members are a list of models, each of them once."""
    items = listed(node)
    if items is None:
        message = "`members` must be a list of models"
        report(Diagnostic(WRONG_TYPE, node.span, message, "expected a list such as `[gbm, net]`"))
    elif not items:
        message = "`members` names no model"
        report(Diagnostic(EMPTY_VALUES, node.span, message, "expected at least one model"))
    first: dict[str, Span] = {}
    for item in items or ():
        name = item.text if isinstance(item, Path) else ""
        models = [entrant.model.name.text for entrant in outline.entrants]
        if name not in models and not outline.may_lack("model"):
            message = f"there is no model `{name}`" if name else "a member must be the name of a model"
            report(unknown(UNKNOWN_NAME, item.span, message, name, models, "expected the name of a model"))
        elif first.setdefault(name, item.span) != item.span:
            report(twice(item.span, f"`{name}`", first[name]))


def _check_top(declared: EnsembleDeclaration, top: Binding, outline: Outline, report: Report) -> None:
    """Check that there are as many candidates as are to be members."""
    asked, there = sample(outline.evaluator.value(top.value)), most_members(declared, outline)
    if isinstance(asked, int) and there is not None and asked > there > 0 and not outline.may_lack("model"):
        message = f"`{declared.name.text}` takes the best {asked:,} candidates, but there are {there:,}"
        report(Diagnostic(TOO_FEW_MEMBERS, top.value.span, message, f"expected at most {there:,}"))
