"""Whose argument a node of the tree binds, and what the names in the tree stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ...meaning.arguments import match
from ...meaning.outline import source_name
from ...syntax import tree
from ...syntax.keywords import WORDS
from .owners import DRAW, ROUTE, VALUE, Holder, called, named, names_things, passes_on, taken

if TYPE_CHECKING:
    from ...catalog.entry import Argument, Entry
    from ..document import Document


class Bound(NamedTuple):
    """What takes the argument that a node binds, and the argument, if there is such a one."""

    owner: Entry
    argument: Argument | None


def bound(document: Document, around: list[Any]) -> Bound | None:
    """Return what the innermost binding or argument of a trail of nodes binds."""
    place = max(
        (number for number, node in enumerate(around) if isinstance(node, tree.Binding | tree.CallArgument)), default=0
    )
    holder = around[place - 1] if place else None
    if isinstance(holder, tree.Call):
        outer = around[place - 2] if place > 1 else None
        owner = called(document.outline.catalog, Holder(_construct(outer), holder.function.text))
        name = _name_in(owner, holder, around[place]) if owner else None
    else:
        owner = _block(document, around[:place])
        name = around[place].name.text if owner else None
    return Bound(owner, owner.arguments.get(name or "")) if owner else None


def thing(document: Document, name: str, holder: object) -> Entry | None:
    """Return what the catalog says of something that is named, or called, directly within a node."""
    return named(document.outline.catalog, Holder(_construct(holder), name))


def names_a_thing(holder: object) -> bool:
    """Return whether a name directly within a node is one of the catalog's, whatever the specification declares."""
    return names_things(_construct(holder))


def _name_in(owner: Entry, call: tree.Call, argument: tree.CallArgument) -> str | None:
    """Return the name of an argument of a call, where it may be given by its place."""
    return next((name for name, one in match(owner, call.arguments).items() if one is argument), None)


def _construct(node: object) -> str:
    """Return the construct that a node is."""
    match node:
        case tree.Binding(operator="~"):
            return DRAW
        case tree.RouteDeclaration():
            return ROUTE
    return WORDS.get(type(node), VALUE)


def _block(document: Document, around: list[Any]) -> Entry | None:
    """Return what takes the bindings of the innermost block of a trail of nodes.

    Of models the outline knows more than the catalog: it has entries for estimators that are foreign to it.
    """
    blocks = [node for node in around if type(node) in WORDS]
    holding = next((node for node in reversed(blocks) if not passes_on(_construct(node))), None)
    if isinstance(holding, tree.ModelDeclaration):
        return next((one.estimator for one in document.outline.entrants if one.model is holding), None)
    return taken(document.outline.catalog, [Holder(_construct(node), _name(node)) for node in blocks])


def _name(node: object) -> str:
    """Return the name in a construct that has a block."""
    match node:
        case tree.DataDeclaration():
            return source_name(node)
        case tree.EnsembleDeclaration(kind=path) | tree.StepDeclaration(transformer=path):
            return path.text
    return ""
