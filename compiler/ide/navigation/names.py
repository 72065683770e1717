"""Where the names that a specification declares are declared, and where they are used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ...catalog.entry import Column
from ...meaning.read import item_types
from ...source import Span
from ...syntax import tree
from ..place.bindings import bound, names_a_thing
from ..place.nodes import children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document

Named: TypeAlias = (
    tree.TournamentDeclaration
    | tree.LetDeclaration
    | tree.ParamDeclaration
    | tree.ModelDeclaration
    | tree.EnsembleDeclaration
    | tree.StepDeclaration
)
GLOBAL = (tree.LetDeclaration, tree.ParamDeclaration, tree.ModelDeclaration, tree.EnsembleDeclaration)


class Name(NamedTuple):
    """A place where a name stands: that of its declaration, or one that uses it."""

    span: Span
    text: str
    declaration: Named
    is_declaration: bool


def names(document: Document) -> list[Name]:
    """Return all places where declared names stand, in the order of the text."""
    return sorted(_found(document, [document.program]), key=lambda name: name.span)


def name_at(document: Document, offset: int) -> Name | None:
    """Return the name at an offset, or that ends there."""
    return next((name for name in names(document) if name.span.start <= offset <= name.span.end), None)


def places(document: Document, name: Name) -> list[Name]:
    """Return all places of the same name, its own among them."""
    return [one for one in names(document) if one.declaration is name.declaration]


def shifted_name(name: Name, by: int) -> Name:
    """Return a name with its place moved."""
    return name._replace(span=Span(name.span.start + by, name.span.end + by))


def _found(document: Document, around: list[object]) -> Iterator[Name]:
    node = around[-1]
    known = document.outline.scope.names
    if isinstance(node, tree.Path):
        named = known.get(node.text)
        if named and _is_value(document, around):
            yield Name(node.span, node.text, named, False)
        return
    if isinstance(node, Named):
        first = known.get(node.name.text, node) if isinstance(node, GLOBAL) else node
        yield Name(node.name.span, node.name.text, first, True)
    for child in children(node):
        yield from _found(document, [*around, child])


def _is_value(document: Document, around: list[object]) -> bool:
    """Return whether a path stands where a name has its value, and not for something of the catalog or a column."""
    parent = around[-2]
    if isinstance(parent, tree.Call | tree.ScoreDeclaration) or names_a_thing(parent):
        return False
    if isinstance(parent, tree.ListOf) and isinstance(around[-3], tree.RouteDeclaration):
        return False
    return not _takes_columns(document, around)


def _takes_columns(document: Document, around: list[object]) -> bool:
    """Return whether a value is given to an argument that takes columns, or names of arguments."""
    found = bound(document, list(around))
    if found is None:
        return False
    if found.argument and found.argument.name == "simplest":
        return True
    types = found.argument.types if found.argument else ()
    return any(isinstance(kind, Column) for kind in (*types, *item_types(types)))
