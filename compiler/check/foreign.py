"""What the catalog does not know: entries that take whatever they are given."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

from ..catalog.entry import Anything, Argument, Entry
from ..catalog.shorthand import ALL_TASKS
from ..diagnostics.suggest import suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalog.catalog import Catalog
    from ..catalog.entry import Kind
    from ..syntax.tree import Binding, Path


def is_foreign(written: Path, catalog: Catalog, kind: Kind = "estimator") -> bool:
    """Tell whether a dotted path is none of the catalog's, and not meant to be one."""
    if len(written.parts) == 1:
        return False
    known = [path.rpartition(".") for path in catalog.names(kind)]
    *modules, name = written.parts
    if modules[0] not in {module.partition(".")[0] for module, _, _ in known}:
        return True
    if modules[0] == "keras":
        return False
    home = ".".join(modules)
    return name not in {one for _, _, one in known} and not suggestions(
        name, [one for module, _, one in known if module == home]
    )


def foreign(path: str, kind: Kind, bound: Iterable[Binding]) -> Entry:
    """Return an entry that plays every task and takes what is bound, save what Python cannot name."""
    entry = Entry(path, kind, ALL_TASKS, f"what {path} returns", {}, targets="any", weights=True)
    return widened(entry, bound)


def widened(entry: Entry, bound: Iterable[Binding]) -> Entry:
    """Return an entry that takes what is bound besides what it is known to take."""
    names = (binding.name.text for binding in bound)
    given = {name: Argument(name, (Anything("anything"),), False, None, "") for name in names if _is_name(name)}
    return entry._replace(arguments={**given, **entry.arguments})


def _is_name(name: str) -> bool:
    return not keyword.iskeyword(name)
