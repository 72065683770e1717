"""Whose arguments the bindings of a block, or of a call, are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..check.evaluate import objects
from ..check.outline import source_name
from ..syntax import tree

if TYPE_CHECKING:
    from ..catalog.entry import Entry
    from .document import Document


def owner_of(document: Document, around: list[Any]) -> Entry | None:
    """Return what takes the argument that the innermost binding or argument of a trail of nodes binds."""
    place = max(
        (number for number, node in enumerate(around) if isinstance(node, tree.Binding | tree.Argument)), default=0
    )
    holder = around[place - 1] if place else None
    outer = around[place - 2] if place > 1 else None
    if isinstance(holder, tree.Call):
        return thing(document, holder.function.text, outer)
    return _block(document, holder, outer)


def thing(document: Document, name: str, holder: object) -> Entry | None:
    """Return what the catalog says of something that is named, or called, directly within a node."""
    catalog = document.outline.catalog
    match holder:
        case tree.Binding(operator="~"):
            return catalog.entry("distribution", name)
        case tree.Folds():
            return catalog.entry("splitter", name)
        case tree.Test():
            return catalog.entry("test", name)
        case tree.Data():
            return catalog.entry("mock", name) or catalog.entry("source", name)
        case tree.Search() | tree.Select() | tree.Ensemble():
            return catalog.entry("block", f"{type(holder).__name__.lower()}.{name}")
    found = objects(catalog, name)
    return (catalog.entry("transformer", found[0]) or catalog.entry("estimator", found[0])) if len(found) == 1 else None


def _block(document: Document, holder: object, outer: object) -> Entry | None:
    """Return what takes the bindings of a block."""
    catalog = document.outline.catalog
    match holder:
        case tree.Model():
            return next((one.estimator for one in document.outline.entrants if one.model is holder), None)
        case tree.Space():
            return _block(document, outer, None)
        case tree.Step(transformer=transformer):
            return thing(document, transformer.text, holder)
        case tree.Data():
            return catalog.entry("mock", source_name(holder)) or catalog.entry("block", f"data.{source_name(holder)}")
        case tree.Ensemble(kind=kind):
            return thing(document, kind.text, holder)
        case tree.EarlyStopping():
            return catalog.entry("block", "early_stopping")
        case tree.Run() | tree.Report() | tree.Resources():
            return catalog.entry("block", type(holder).__name__.lower())
    return None
