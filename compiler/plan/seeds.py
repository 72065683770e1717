"""The tournament's seed, and few threads, for every object of the specification's that takes them and is given none."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..catalog.libraries import library_of
from ..catalog.splitters import SPLITTERS
from ..meaning.samples import is_dynamic
from ..meaning.values import FlowConstant, Invocation
from .plan import Draw

if TYPE_CHECKING:
    from ..catalog.catalog import Catalog
    from ..catalog.entry import Entry
    from ..meaning.values import Value


SHUFFLING = frozenset(("GroupShuffleSplit", *(one.cls for one in SPLITTERS.values() if one.draws == "always")))
"""Splitters that draw at random whatever they are given; others have `shuffle`."""


def by_name(seed: Value) -> Value:
    """Return the seed as the flow writes it: by its name, unless a parameter decides it."""
    return seed if is_dynamic(seed) else FlowConstant("SEED")


def seeded(value: Value, seed: Value, catalog: Catalog) -> Value:
    """Return a value in which every estimator and transformer that takes a seed has one, and not too many threads."""
    match value:
        case Invocation(path=path, positional=positional, named=named):
            given = tuple((name, seeded(one, seed, catalog)) for name, one in named)
            entry = _entry(path, catalog)
            draws = takes(entry, "random_state") if entry else _shuffles(path, dict(named))
            if draws and "random_state" not in dict(named):
                given = (*given, ("random_state", by_name(seed)))
            given = (*given, *((name, 1) for name in _threads(path) if entry and name not in dict(named)))
            return Invocation(path, tuple(seeded(one, seed, catalog) for one in positional), given)
        case list():
            return [seeded(one, seed, catalog) for one in value]
        case tuple() if type(value) is tuple:
            return tuple(seeded(one, seed, catalog) for one in value)
    return value


def has_foreign(value: object, catalog: Catalog) -> bool:
    """Return whether a value calls something that the catalog does not know."""
    if isinstance(value, Invocation):
        parts = (*value.positional, *(one for _, one in value.named))
        return _entry(value.path, catalog) is None or has_foreign(parts, catalog)
    if isinstance(value, Draw):
        return has_foreign(tuple(one for _, one in value.arguments), catalog)
    return type(value) in (list, tuple) and any(has_foreign(one, catalog) for one in cast("list[object]", value))


def _threads(path: str) -> tuple[str, ...]:
    """Return the argument that limits an estimator to one thread, if its library takes all cores otherwise.

    It stands inside another estimator, which may share the work out to the threads of the task.
    """
    library = library_of(path)
    return library.threads[:1] if library and library.takes_all_cores else ()


def _shuffles(path: str, named: dict[str, Value]) -> bool:
    """Return whether an object is a splitter of scikit-learn's that shuffles the rows."""
    module, _, name = path.rpartition(".")
    return module == "sklearn.model_selection" and (name in SHUFFLING or named.get("shuffle") is True)


def takes(entry: Entry, name: str) -> bool:
    """Return whether something has an argument that it is to be given."""
    argument = entry.arguments.get(name)
    return argument is not None and not argument.deprecated


def _entry(path: str, catalog: Catalog) -> Entry | None:
    return catalog.entry("transformer", path) or catalog.entry("estimator", path)
