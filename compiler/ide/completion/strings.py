"""What may stand within quotes: files, data sets, columns, and the strings that an argument takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.entry import Column, Options
from ...catalog.sources import DATA_SOURCES
from ...meaning.show import written
from ..place.slot import innermost_call, slot
from .columns import columns
from .item import CompletionItem, ItemKind
from .values import types_here

if TYPE_CHECKING:
    from ..document import Document
    from ..place.cursor import Cursor


def strings(document: Document, place: Cursor) -> list[CompletionItem]:
    """Offer what may stand within the quotes at a cursor."""
    call = innermost_call(place.entry)
    if place.entry and place.entry[0].kind == "INCLUDE":
        return _files(document, place, (".mf",))
    if place.entry and place.entry[0].kind == "DATA" and call:
        facts = DATA_SOURCES.get(call.function)
        if facts and facts.takes == "dataset":
            catalog = document.outline.catalog
            known = [dataset for name in catalog.dataset_names if (dataset := catalog.dataset(name))]
            return [
                CompletionItem(one.name, ItemKind.VALUE, f"{one.task}, {one.rows} rows", one.description)
                for one in known
            ]
        return _files(document, place, facts.endings if facts else ())
    if place.blocks and place.blocks[-1].keyword == "preprocess" and not call:
        return _columns(document)
    there = slot(document, place)
    if there is None or there.argument is None:
        return []
    types = types_here(there)
    if any(isinstance(kind, Column) for kind in types):
        return _columns(document)
    texts = [value for kind in types if isinstance(kind, Options) for value in kind.values if isinstance(value, str)]
    return [CompletionItem(text, ItemKind.VALUE) for text in texts]


def _columns(document: Document) -> list[CompletionItem]:
    return [
        CompletionItem(name, ItemKind.COLUMN, "column", insert=quoted, match=quoted)
        for name in columns(document)
        for quoted in [_within_quotes(name)]
    ]


def _files(document: Document, place: Cursor, endings: tuple[str, ...]) -> list[CompletionItem]:
    """Offer the folders, and the files with one of some endings, of the folder that the path so far leads to."""
    written = document.text[place.word.start : place.word.end]
    folder = written[: written.rfind("/") + 1]
    names = document.surroundings.names_in(folder)
    return [
        CompletionItem(name, ItemKind.FOLDER if name.endswith("/") else ItemKind.FILE, insert=path, match=path)
        for name in names
        if name.endswith(("/", *endings))
        for path in [folder + _within_quotes(name)]
    ]


def _within_quotes(text: str) -> str:
    """Return a text as it is written between quotes."""
    return written(text)[1:-1]
