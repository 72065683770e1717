"""Completion at the start of a declaration or an entry: keywords, missing arguments, roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...syntax.keywords import DECLARATIONS, ENTRIES, keyword_of
from ...syntax.language import load
from ...syntax.tree import Bad
from ..place.slot import begun, slot
from ..reading.words import ROLES
from .item import CompletionItem, ItemKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ...catalog.entry import Argument, Entry
    from ...syntax.keywords import Keyword
    from ..document import Document
    from ..place.cursor import Cursor

from ..reading.wording import about_argument, brief

WITH_SIGNS = frozenset({"estimator", "transformer"})


def beginnings(document: Document, place: Cursor) -> list[CompletionItem]:
    """Offer what may begin here; what stands there already and cannot stand twice is left out."""
    if not place.blocks:
        return _keywords(DECLARATIONS, place, _declared(document, place))
    there = begun(document, place.blocks[-1].brace, place.word.start)
    if place.blocks[-1].keyword == "preprocess":
        return [
            CompletionItem(role, ItemKind.COLUMN, about, insert=f"{role} -> $1", snippet=True)
            for role, about in ROLES.items()
            if role not in there
        ]
    return [*_arguments(document, place), *_keywords(ENTRIES, place, there)]


def _declared(document: Document, place: Cursor) -> set[str]:
    """Return the keywords of the declarations, but for the one that is being written."""
    others = [one for one in document.program.declarations if not one.span.start <= place.word.start <= one.span.end]
    return {keyword_of(type(one)) for one in others if not isinstance(one, Bad)}


def _keywords(words: Mapping[str, Keyword], place: Cursor, there: Collection[str]) -> list[CompletionItem]:
    """Offer the keywords that the grammar takes."""
    kinds = load().keywords
    return [
        CompletionItem(
            keyword,
            ItemKind.KEYWORD,
            "required" if word.required and keyword not in there else "",
            f"{word.description}.",
            word.snippet,
            snippet=True,
            rank=1 if word.required and keyword not in there else 4,
        )
        for keyword, word in words.items()
        if kinds[keyword] in place.accepts and (word.repeated or keyword not in there)
    ]


def _arguments(document: Document, place: Cursor) -> list[CompletionItem]:
    found = slot(document, place)
    return [argument_item(argument, found.owner) for argument in found.names] if found else []


def argument_item(argument: Argument, owner: Entry) -> CompletionItem:
    """Offer an argument: those that are missing first, and mere aliases last."""
    aside = argument.deprecated or argument.description.startswith("Alias of ")
    plain = owner.kind in WITH_SIGNS
    return CompletionItem(
        argument.name,
        ItemKind.ARGUMENT,
        brief(argument),
        about_argument(argument, owner),
        None if plain else f"{argument.name} = $1",
        snippet=not plain,
        rank=2 if argument.required else 8 if aside else 3,
    )
