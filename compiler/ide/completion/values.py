"""Values of an argument: what its types list, its default, columns, models, constants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.entry import Boolean, Column, Number, Options, Sequence, Word
from ...meaning.show import show, written
from ..reading.wording import default
from .beginnings import argument_item
from .columns import columns
from .item import CompletionItem, ItemKind
from .names import constants, models
from .things import objects, thresholds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...catalog.entry import Argument, Type
    from ..document import Document
    from ..place.cursor import Cursor
    from ..place.slot import Slot


def values(document: Document, place: Cursor, there: Slot) -> list[CompletionItem]:
    """Offer what an argument may be, and the names of those that may begin here."""
    names = [] if there.in_list else [argument_item(argument, there.owner) for argument in there.names]
    named = [item._replace(insert=f"{item.label} = $1", snippet=True) for item in names]
    if there.argument is None:
        return [*named, *constants(document, place)]
    if there.argument.name == "members":
        return models(document)
    if there.argument.name == "final":
        return [item for item in objects(document, place, "estimator") if item.detail != "keras"]
    if there.argument.name == "threshold":
        return thresholds(document)
    types = types_here(there)
    found = [*_shapes(there), *_literals(types, there.argument, there.in_list)]
    if any(isinstance(kind, Column) for kind in types):
        return [*found, *column_items(document)]
    return [*found, *named, *constants(document, place)]


def types_here(there: Slot) -> tuple[Type, ...]:
    """Return the types of what stands at the cursor, which may be within a list."""
    assert there.argument  # noqa: S101 - whoever calls this has looked
    types = there.argument.types
    items = tuple(item for kind in types if isinstance(kind, Sequence) for item in kind.items)
    return (*types, *items) if there.operator == "in" else items if there.in_list and items else types


def column_items(document: Document) -> list[CompletionItem]:
    """Offer the columns of the data; one whose name is no word is written as a string."""
    return [
        CompletionItem(
            name,
            ItemKind.COLUMN,
            "column",
            insert=name if name.isidentifier() and name.isascii() else written(name),
            match=name,
        )
        for name in columns(document)
    ]


def _shapes(there: Slot) -> list[CompletionItem]:
    """Offer the ways to write a finite set."""
    if there.operator != "in" or there.in_list or there.argument is None:
        return []
    shapes = [CompletionItem("[…]", ItemKind.VALUE, "one of a list", insert="[$1]", snippet=True, match="[", rank=1)]
    if any(isinstance(kind, Number) and kind.type != "float" for kind in there.argument.types):
        range_ = CompletionItem(
            "low..high", ItemKind.VALUE, "integers, both ends included", insert="${1:1}..${2:3}", snippet=True, rank=1
        )
        shapes.append(range_)
    return shapes


def _literals(types: Iterable[Type], argument: Argument, in_list: bool) -> list[CompletionItem]:
    """Offer the values that types list, the default among them."""
    usual = default(argument)
    found: dict[str, CompletionItem] = {}
    if usual is not None and not in_list:
        found[usual] = CompletionItem(usual, ItemKind.VALUE, "default", rank=2)
    for kind in types:
        for text in _listed(kind):
            found.setdefault(text, CompletionItem(text, ItemKind.VALUE, rank=3))
    return [*found.values()]


def _listed(kind: Type) -> list[str]:
    match kind:
        case Options(options):
            return [show(option) for option in options]
        case Word(words):
            return [*words]
        case Boolean():
            return ["true", "false"]
    return []
