"""Short ways to write entries by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .entry import Argument, Entry, Number, Options

if TYPE_CHECKING:
    from .entry import Kind, TaskName, Type

ALL_TASKS: tuple[TaskName, ...] = ("regression", "classification", "multilabel")

NONE = Options((None,))
REAL = Number("real")
POSITIVE = Number("real", 0, low_included=False)
NOT_NEGATIVE = Number("real", 0)
PROPORTION = Number("real", 0, 1)
FRACTION = Number("float", 0, 1, low_included=False, high_included=False)
INTEGER = Number("integer")
COUNT = Number("integer", 1)
SEED = Number("integer", 0, 2**32 - 1)


def with_none(types: tuple[Type, ...]) -> tuple[Type, ...]:
    """Return the types and none; all constants stand together."""
    *others, last = types
    return (*others, Options((*last.values, None))) if isinstance(last, Options) else (*types, NONE)


def required(name: str, description: str, *types: Type) -> Argument:
    """Return an argument that must be given."""
    return Argument(name, types, True, None, description)


def optional(name: str, default: str | None, description: str, *types: Type) -> Argument:
    """Return an argument that may be left out, with its default as Python shows it."""
    return Argument(name, types, False, default, description)


def entry(kind: Kind, path: str, description: str, *arguments: Argument, tasks: tuple[TaskName, ...] = ()) -> Entry:
    """Return an entry, its arguments by name."""
    return Entry(path, kind, tasks, description, {argument.name: argument for argument in arguments})
