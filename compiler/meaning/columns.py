"""Which columns the data's block mentions, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..catalog.entry import Column
from ..syntax.tree import DataDeclaration, ListOf, ReportDeclaration, TupleOf
from .arguments import bindings_in
from .read import read

if TYPE_CHECKING:
    from ..source import Span
    from ..syntax.tree import Binding, Expression
    from .outline import Outline

COLUMN = (Column(),)
ROLES = ("target", "numeric", "categorical", "dates", "text", "drop", "group", "time", "weight")
ALONE = ("target", "group", "time", "weight")


class Mention(NamedTuple):
    """A column in its role."""

    role: str
    column: str
    span: Span


def mentions(data: DataDeclaration, outline: Outline) -> list[Mention]:
    """Return the columns that have a role, in the order written."""
    arguments = outline.source.block.arguments if outline.source else {}
    return [
        Mention(entry.name.text, column, item.span)
        for entry in bindings_in(data.entries)
        if entry.name.text in ROLES and entry.name.text in arguments
        for item in _columns(entry)
        if isinstance(column := read(COLUMN, item, outline.evaluator), str)
    ]


def sliced(outline: Outline) -> list[Mention]:
    """Return the columns by whose values the winner is scored."""
    return [
        Mention(entry.name.text, column, item.span)
        for declared in outline.all(ReportDeclaration)
        for entry in bindings_in(declared.entries)
        if entry.name.text == "slices" and isinstance(entry.value, ListOf | TupleOf)
        for item in entry.value.items
        if isinstance(column := read(COLUMN, item, outline.evaluator), str)
    ]


def column_of(role: str, outline: Outline) -> Mention | None:
    """Return the column of a role that only one can have."""
    data = outline.one(DataDeclaration)
    return next((one for one in mentions(data, outline) if one.role == role), None) if data else None


def _columns(entry: Binding) -> tuple[Expression, ...]:
    """Return the expressions that name the columns of a role; some are one column, without a list."""
    if isinstance(entry.value, ListOf | TupleOf):
        return entry.value.items
    return (entry.value,) if entry.name.text in ALONE else ()
