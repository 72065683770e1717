"""How the winner is chosen, as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..syntax.tree import Call, ListOf, Path, SelectDeclaration, TupleOf, Unary
from .arguments import match

if TYPE_CHECKING:
    from ..catalog.entry import Entry
    from ..syntax.tree import CallArgument, Expression
    from .outline import Outline
    from .values import Value


def rule_of(declared: SelectDeclaration, outline: Outline) -> tuple[str, Entry | None, tuple[CallArgument, ...]]:
    """Return the name of a rule, what the catalog says of it, and what it is given."""
    rule = declared.rule
    name, given = (rule.function.text, rule.arguments) if isinstance(rule, Call) else (rule.text, ())
    return name, outline.catalog.entry("block", f"select.{name}"), given


def simplest(outline: Outline) -> tuple[tuple[str, int], ...]:
    """Return the arguments that make a candidate simple, each with 1 or, where larger is simpler, -1."""
    declared = outline.one(SelectDeclaration)
    _, entry, given = rule_of(declared, outline) if declared else ("", None, ())
    node = match(entry, given)["simplest"].value if entry and given else None
    items = node.items if isinstance(node, ListOf | TupleOf) else ()
    return tuple((path.text, sign) for path, sign in map(order, items) if path)


def margin(outline: Outline) -> Value:
    """Return by how much a candidate may be worse that is equivalent to the best, if that is asked for."""
    declared = outline.one(SelectDeclaration)
    _, entry, given = rule_of(declared, outline) if declared else ("", None, ())
    bound = match(entry, given) if entry and given else {}
    return cast("Value", outline.evaluator.value(bound["margin"].value)) if "margin" in bound else None


def order(item: Expression) -> tuple[Path | None, int]:
    """Return an argument to order candidates by, if it is one, and -1 if larger ones come first, else 1."""
    node, sign = (item.operand, -1) if isinstance(item, Unary) else (item, 1)
    return (node if isinstance(node, Path) and len(node.parts) == 1 else None), sign
