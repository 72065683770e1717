"""Entries for objects that are not in the catalog, which accept any argument."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

from ..catalog.entry import Anything, Argument, Entry
from ..catalog.libraries import LIBRARIES
from ..catalog.shorthand import ALL_TASKS
from ..diagnostics.suggest import suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalog.catalog import Catalog
    from ..catalog.entry import Kind
    from ..syntax.tree import Binding, Path


def is_foreign(written: Path, catalog: Catalog, kind: Kind = "estimator") -> bool:
    """Return whether a dotted path is not in the catalog, nor a misspelt path of the catalog."""
    if len(written.parts) == 1:
        return False
    known = [path.rpartition(".") for path in catalog.names(kind)]
    *modules, name = written.parts
    if modules[0] not in {module.partition(".")[0] for module, _, _ in known}:
        return True
    library = LIBRARIES.get(modules[0])
    if library and library.is_ours:
        return False
    home = ".".join(modules)
    return name not in {one for _, _, one in known} and not suggestions(
        name, [one for module, _, one in known if module == home]
    )


def foreign(path: str, kind: Kind, bound: Iterable[Binding]) -> Entry:
    """Return an entry that supports every task and takes the given arguments, except invalid names."""
    entry = Entry(path, kind, ALL_TASKS, f"what {path} returns", {}, targets="any", weights=True)
    return widened(entry, bound)


def widened(entry: Entry, bound: Iterable[Binding]) -> Entry:
    """Return an entry that takes the given arguments besides those it is known to take."""
    names = (binding.name.text for binding in bound)
    given = {name: Argument(name, (Anything("anything"),), False, None, "") for name in names if _is_name(name)}
    return entry._replace(arguments={**given, **entry.arguments})


def _is_name(name: str) -> bool:
    return not keyword.iskeyword(name)
