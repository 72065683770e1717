"""Whose argument it is: what each construct names, and what its block takes, in one table.

Completion and signatures look it up by the tokens before the cursor (`slot.py`), all else by the tree (`bindings.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from ...meaning.objects import object_entry, objects

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...catalog.catalog import Catalog
    from ...catalog.entry import Entry, Kind


class Where(NamedTuple):
    """Where a name is looked up: among the catalog's entries of a kind, or objects of any kind, behind a prefix."""

    kind: Kind | Literal["object"]
    prefix: str = ""


class Construct(NamedTuple):
    """A construct: where the name in it is looked up, and where what its block takes is, by the same name.

    With `outer` its block takes what the block around it does. `behind_colon` says that the name comes behind a colon,
    and `or_value` that a value may be given in its place.
    """

    names: tuple[Where, ...] = ()
    block: tuple[Where, ...] = ()
    outer: bool = False
    behind_colon: bool = False
    or_value: bool = False


class Holder(NamedTuple):
    """A construct that is around a place, by its keyword or sign, and the name in it."""

    construct: str
    name: str = ""


VALUE, DRAW, ROUTE = "a value", "~", "->"
"""Constructs without a keyword: a value, what a name is drawn from, a transformer of a route."""


def _own(keyword: str) -> Construct:
    return Construct(block=(Where("block", keyword),))


ESTIMATOR, TRANSFORMER, ENSEMBLE = (Where("estimator"),), (Where("transformer"),), (Where("block", "ensemble."),)

CONSTRUCTS: Mapping[str, Construct] = {
    VALUE: Construct((Where("object"), Where("block", "threshold."))),
    DRAW: Construct((Where("distribution"),)),
    ROUTE: Construct(TRANSFORMER),
    "data": Construct((Where("mock"), Where("source")), (Where("mock"), Where("block", "data."))),
    "test": Construct((Where("test"),), or_value=True),
    "folds": Construct((Where("splitter"),)),
    "model": Construct(ESTIMATOR, ESTIMATOR, behind_colon=True),
    "ensemble": Construct(ENSEMBLE, ENSEMBLE, behind_colon=True),
    "select": Construct((Where("block", "select."),)),
    "race": _own("race"),
    "run": _own("run"),
    "report": _own("report"),
    "space": Construct(outer=True),
    "step": Construct(TRANSFORMER, TRANSFORMER, behind_colon=True),
    "early_stopping": _own("early_stopping"),
    "search": Construct((Where("block", "search."),)),
    "resources": _own("resources"),
}


def named(catalog: Catalog, holder: Holder) -> Entry | None:
    """Return what the catalog says of the name in a construct, or of the object that stands there by mistake."""
    construct = CONSTRUCTS.get(holder.construct, CONSTRUCTS[VALUE])
    return _found(catalog, construct.names, holder.name) or _found(catalog, CONSTRUCTS[VALUE].names, holder.name)


def called(catalog: Catalog, holder: Holder) -> Entry | None:
    """Return what the catalog says of what is called in a construct; mocks are never called, they have a block."""
    entry = named(catalog, holder)
    return entry if entry and entry.kind != "mock" else None


def names_things(construct: str) -> bool:
    """Return whether the name in a construct can be nothing but one of the catalog's."""
    known = CONSTRUCTS.get(construct)
    return construct not in {VALUE, DRAW} and known is not None and bool(known.names) and not known.or_value


def passes_on(construct: str) -> bool:
    """Return whether the block of a construct takes what the block around it does."""
    known = CONSTRUCTS.get(construct)
    return known is not None and known.outer


def taken(catalog: Catalog, around: Sequence[Holder]) -> Entry | None:
    """Return what the block of the innermost of some constructs takes."""
    construct = CONSTRUCTS.get(around[-1].construct) if around else None
    if construct is None:
        return None
    return taken(catalog, around[:-1]) if construct.outer else _found(catalog, construct.block, around[-1].name)


def _found(catalog: Catalog, places: Sequence[Where], name: str) -> Entry | None:
    return next((entry for where in places if (entry := _entry(catalog, where, name))), None)


def _entry(catalog: Catalog, where: Where, name: str) -> Entry | None:
    match where.kind:
        case "object":
            found = objects(catalog, name)
            return object_entry(catalog, found[0]) if len(found) == 1 else None
        case "estimator" | "transformer":
            found = catalog.find(where.kind, name)
            return catalog.entry(where.kind, found[0]) if len(found) == 1 else None
    return catalog.entry(where.kind, f"{where.prefix}{name}")
