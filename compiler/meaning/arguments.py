"""What is given to something that takes arguments: which of them is which."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from ..syntax.tree import Binding, CallArgument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalog.entry import Entry

Written: TypeAlias = CallArgument | Binding
One = TypeVar("One", CallArgument, Binding, Written)


def bindings_in(entries: Iterable[object]) -> tuple[Binding, ...]:
    """Return the bindings among the entries of a block."""
    return tuple(entry for entry in entries if isinstance(entry, Binding))


def named(entry: Entry, written: Iterable[One]) -> list[tuple[str | None, One]]:
    """Return each argument with its name; those without one have the entry's, in order, until there are no more."""
    names = iter(entry.arguments)
    return [(one.name.text if one.name is not None else next(names, None), one) for one in written]


def match(entry: Entry, written: Iterable[One]) -> dict[str, One]:
    """Return what is written for each argument of an entry; what belongs to none is left out."""
    bound: dict[str, One] = {}
    for name, one in named(entry, written):
        if name is not None and name in entry.arguments:
            bound.setdefault(name, one)
    return bound
