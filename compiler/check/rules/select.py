"""How the winner is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.shorthand import NONE, REAL, optional
from ...diagnostics.codes import EMPTY_VALUES, UNKNOWN_FUNCTION, UNKNOWN_NAME, WRONG_TYPE
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Call, ListOf, Path, Select, Step, TupleOf, Unary
from ..accept import Slot, judge
from ..findings import twice, unknown
from ..signature import Place, bindings_in, check_names, match

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...catalog.entry import Entry
    from ...source import Span
    from ...syntax.tree import Argument, Binding, Expression
    from ..findings import Report
    from ..outline import Outline

RULES = ("best", "one_standard_error")


def select(outline: Outline, report: Report) -> None:
    """Check that the winner is chosen by a rule that exists, and by arguments that can be put in order."""
    for declared in outline.all(Select):
        name, entry, given = rule_of(declared, outline)
        span = declared.rule.span
        if entry is None:
            report(unknown(UNKNOWN_FUNCTION, span, f"there is no way `{name}` to select", name, RULES))
            continue
        bound = check_names(entry, given, Place(f"`{name}`", span), report)
        if "simplest" in bound:
            _check_simplest(bound["simplest"].value, outline, report)


def rule_of(declared: Select, outline: Outline) -> tuple[str, Entry | None, tuple[Argument, ...]]:
    """Return the name of a rule, what the catalog says of it, and what it is given."""
    rule = declared.rule
    name, given = (rule.function.text, rule.arguments) if isinstance(rule, Call) else (rule.text, ())
    return name, outline.catalog.entry("block", f"select.{name}"), given


def simplest(outline: Outline) -> tuple[tuple[str, int], ...]:
    """Return the arguments that make a candidate simple, each with 1 or, where larger is simpler, -1."""
    declared = outline.one(Select)
    _, entry, given = rule_of(declared, outline) if declared else ("", None, ())
    node = match(entry, given)["simplest"].value if entry and given else None
    items = node.items if isinstance(node, ListOf | TupleOf) else ()
    return tuple((path.text, sign) for path, sign in map(_order, items) if path)


def _order(item: Expression) -> tuple[Path | None, int]:
    node, sign = (item.operand, -1) if isinstance(item, Unary) else (item, 1)
    return (node if isinstance(node, Path) and len(node.parts) == 1 else None), sign


def _check_simplest(node: Expression, outline: Outline, report: Report) -> None:
    if not isinstance(node, ListOf | TupleOf):
        message = "`simplest` is a list of arguments, those that count most first"
        report(Diagnostic(WRONG_TYPE, node.span, message, "expected a list"))
        return
    if not node.items:
        report(Diagnostic(EMPTY_VALUES, node.span, "`simplest` names no argument", "expected an argument"))
    varied, first = _varied(outline), dict[str, "Span"]()
    for item in node.items:
        path, _ = _order(item)
        if path is None:
            label = "expected a name, with or without a minus"
            report(Diagnostic(WRONG_TYPE, item.span, "candidates are put in order by arguments", label))
        elif path.text not in varied:
            message = f"no model varies `{path.text}`"
            report(unknown(UNKNOWN_NAME, path.span, message, path.text, varied, "the same in all candidates"))
        elif first.setdefault(path.text, path.span) != path.span:
            report(twice(path.span, f"`{path.text}`", first[path.text]))
        else:
            _check_numbers(path.text, varied[path.text], outline)


def _varied(outline: Outline) -> dict[str, list[Binding]]:
    """Return the arguments that candidates differ in, those of steps under the names they have in the settings."""
    found: dict[str, list[Binding]] = {}
    for entrant in outline.entrants:
        parts = [("", binding) for binding in entrant.varied if binding not in entrant.others]
        for step in entrant.parts(Step):
            parts += [(f"{step.name.text}__", binding) for binding in bindings_in(step.entries)]
        for prefix, binding in parts:
            if binding.operator != "=":
                found.setdefault(prefix + binding.name.text, []).append(binding)
    return found


def _check_numbers(name: str, bindings: Iterable[Binding], outline: Outline) -> None:
    """Check that the values of an argument are numbers, or none; what is drawn is taken to be."""
    slot = Slot(optional(name, None, "", REAL, NONE), "`simplest`")
    for binding in bindings:
        values = outline.evaluator.value(binding.value) if binding.operator == "in" else ()
        for value in values if isinstance(values, list | tuple) else ():
            if not judge(slot, value, binding.value.span, outline.evaluator):
                break
