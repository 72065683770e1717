"""Which columns the data's block mentions, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..catalog.entry import Column
from ..syntax.tree import Data, ListOf, TupleOf
from .accept import read
from .signature import bindings_in

if TYPE_CHECKING:
    from ..source import Span
    from ..syntax.tree import Binding, Expression
    from .outline import Outline

COLUMN = (Column(),)
ROLES = ("target", "numeric", "categorical", "drop", "group", "time", "weight")
ALONE = ("target", "group", "time", "weight")


class Mention(NamedTuple):
    """A column in its role."""

    role: str
    column: str
    span: Span


def mentions(data: Data, outline: Outline) -> list[Mention]:
    """Return the columns that have a role, in the order written."""
    arguments = outline.source.block.arguments if outline.source else {}
    return [
        Mention(entry.name.text, column, item.span)
        for entry in bindings_in(data.entries)
        if entry.name.text in ROLES and entry.name.text in arguments
        for item in _columns(entry)
        if isinstance(column := read(COLUMN, item, outline.evaluator), str)
    ]


def column_of(role: str, outline: Outline) -> Mention | None:
    """Return the column of a role that only one can have."""
    data = outline.one(Data)
    return next((one for one in mentions(data, outline) if one.role == role), None) if data else None


def _columns(entry: Binding) -> tuple[Expression, ...]:
    """Return the expressions that name the columns of a role; some are one column, without a list."""
    if isinstance(entry.value, ListOf | TupleOf):
        return entry.value.items
    return (entry.value,) if entry.name.text in ALONE else ()
