"""How the winner is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.shorthand import NONE, REAL, optional
from ...diagnostics.codes import EMPTY_VALUES, UNKNOWN_FUNCTION, UNKNOWN_NAME, WRONG_TYPE
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.findings import twice, unknown
from ...meaning.arguments import bindings_in
from ...meaning.selection import order, rule_of
from ...syntax.tree import ListOf, SelectDeclaration, StepDeclaration, TupleOf
from ..accept import Subject, check_value, judge
from ..signature import Site, check_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...source import Span
    from ...syntax.tree import Binding, Expression

RULES = ("best", "equivalent", "one_standard_error")


def select(outline: Outline, report: Report) -> None:
    """Check that the selection rule exists and that its arguments can be ordered."""
    for declared in outline.all(SelectDeclaration):
        name, entry, given = rule_of(declared, outline)
        span = declared.rule.span
        if entry is None:
            report(unknown(UNKNOWN_FUNCTION, span, f"there is no rule of selection `{name}`", name, RULES))
            continue
        bound = check_names(entry, given, Site(f"`{name}`", span), report)
        if "margin" in bound:
            subject = Subject(entry.arguments["margin"], f"`{name}`")
            check_value(subject, bound["margin"].value, outline.evaluator, report, constant=True)
        if "simplest" in bound:
            _check_simplest(bound["simplest"].value, outline, report)


def _check_simplest(node: Expression, outline: Outline, report: Report) -> None:
    if not isinstance(node, ListOf | TupleOf):
        message = "`simplest` must be a list of arguments, the most important first"
        report(Diagnostic(WRONG_TYPE, node.span, message, "expected a list"))
        return
    if not node.items:
        report(Diagnostic(EMPTY_VALUES, node.span, "`simplest` names no argument", "expected an argument"))
    varied, first = _varied(outline), dict[str, "Span"]()
    for item in node.items:
        path, _ = order(item)
        if path is None:
            label = "expected a name, with or without a minus"
            report(Diagnostic(WRONG_TYPE, item.span, "candidates are ordered by arguments", label))
        elif path.text not in varied:
            message = f"no model varies `{path.text}`"
            report(unknown(UNKNOWN_NAME, path.span, message, path.text, varied, "the same in all candidates"))
        elif first.setdefault(path.text, path.span) != path.span:
            report(twice(path.span, f"`{path.text}`", first[path.text]))
        else:
            _check_numbers(path.text, varied[path.text], outline, report)


def _varied(outline: Outline) -> dict[str, list[Binding]]:
    """Return the arguments that candidates differ in, those of steps under the names they have in the settings."""
    found: dict[str, list[Binding]] = {}
    for entrant in outline.entrants:
        parts = [("", binding) for binding in entrant.varied if binding not in entrant.others]
        for step in entrant.parts(StepDeclaration):
            parts += [(f"{step.name.text}__", binding) for binding in bindings_in(step.entries)]
        for prefix, binding in parts:
            if binding.operator != "=":
                found.setdefault(prefix + binding.name.text, []).append(binding)
    return found


def _check_numbers(name: str, bindings: Iterable[Binding], outline: Outline, report: Report) -> None:
    """Check that the values of an argument are numbers, or none; what is drawn is taken to be."""
    subject = Subject(optional(name, None, "", REAL, NONE), "`simplest`")
    for binding in bindings:
        values = outline.evaluator.value(binding.value) if binding.operator == "in" else ()
        for value in values if isinstance(values, list | tuple) else ():
            if not judge(subject, value, binding.value.span, report):
                break
