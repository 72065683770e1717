"""What may begin a declaration or an entry: keywords, arguments still missing, roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...syntax.tables import load
from ..slot import begun, slot
from ..words import DECLARATIONS, ENTRIES, ROLES
from .item import Item, Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ...catalog.entry import Argument, Entry
    from ..cursor import Cursor
    from ..document import Document
    from ..words import Word

from ..wording import about_argument, brief

REPEATED = frozenset({"let", "param", "include", "model", "ensemble", "space", "step"})
NEEDED = frozenset({"tournament", "data", "model"})
WITH_SIGNS = frozenset({"estimator", "transformer"})


def beginnings(document: Document, place: Cursor) -> list[Item]:
    """Offer what may begin here; what stands there already and cannot stand twice is left out."""
    if not place.blocks:
        return _keywords(DECLARATIONS, place, _declared(document, place), NEEDED)
    there = begun(document, place.blocks[-1].brace, place.word.start)
    if place.blocks[-1].keyword == "preprocess":
        return [
            Item(role, Kind.COLUMN, about, insert=f"{role} -> $1", snippet=True)
            for role, about in ROLES.items()
            if role not in there
        ]
    return [*_arguments(document, place), *_keywords(ENTRIES, place, there)]


def _declared(document: Document, place: Cursor) -> set[str]:
    """Return the keywords of the declarations, but for the one that is being written."""
    others = [one for one in document.program.declarations if not one.span.start <= place.word.start <= one.span.end]
    return {type(one).__name__.lower() for one in others}


def _keywords(
    words: Mapping[str, Word], place: Cursor, there: Collection[str], needed: Collection[str] = ()
) -> list[Item]:
    """Offer the keywords that the grammar takes."""
    kinds = load().keywords
    return [
        Item(
            keyword,
            Kind.KEYWORD,
            "required" if keyword in needed and keyword not in there else "",
            f"{word.description}.",
            word.snippet,
            snippet=True,
            rank=1 if keyword in needed and keyword not in there else 4,
        )
        for keyword, word in words.items()
        if kinds[keyword] in place.accepts and (keyword in REPEATED or keyword not in there)
    ]


def _arguments(document: Document, place: Cursor) -> list[Item]:
    found = slot(document, place)
    return [argument_item(argument, found.owner) for argument in found.names] if found else []


def argument_item(argument: Argument, owner: Entry) -> Item:
    """Offer an argument: those that are missing first, and mere aliases last."""
    aside = argument.deprecated or argument.description.startswith("Another name of ")
    plain = owner.kind in WITH_SIGNS
    return Item(
        argument.name,
        Kind.ARGUMENT,
        brief(argument),
        about_argument(argument, owner),
        None if plain else f"{argument.name} = $1",
        snippet=not plain,
        rank=2 if argument.required else 8 if aside else 3,
    )
