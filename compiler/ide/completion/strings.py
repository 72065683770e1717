"""What may stand within quotes: files, data sets, columns, and the strings that an argument takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.entry import Column, Options
from ..columns import columns
from ..slot import innermost_call, slot
from .item import Item, Kind
from .values import types_here

if TYPE_CHECKING:
    from ..cursor import Cursor
    from ..document import Document

ENDINGS = {"csv": (".csv", ".csv.gz"), "parquet": (".parquet",)}


def strings(document: Document, place: Cursor) -> list[Item]:
    """Offer what may stand within the quotes at a cursor."""
    call = innermost_call(place.entry)
    if place.entry and place.entry[0].kind == "INCLUDE":
        return _files(document, place, (".mf",))
    if place.entry and place.entry[0].kind == "DATA" and call:
        if call.function == "sklearn":
            catalog = document.outline.catalog
            known = [dataset for name in catalog.dataset_names if (dataset := catalog.dataset(name))]
            return [Item(one.name, Kind.VALUE, f"{one.task}, {one.rows} rows", one.description) for one in known]
        return _files(document, place, ENDINGS.get(call.function, ()))
    if place.blocks and place.blocks[-1].keyword == "preprocess" and not call:
        return _columns(document)
    there = slot(document, place)
    if there is None or there.argument is None:
        return []
    types = types_here(there)
    if any(isinstance(kind, Column) for kind in types):
        return _columns(document)
    texts = [value for kind in types if isinstance(kind, Options) for value in kind.values if isinstance(value, str)]
    return [Item(text, Kind.VALUE) for text in texts]


def _columns(document: Document) -> list[Item]:
    return [Item(name, Kind.COLUMN, "column") for name in columns(document)]


def _files(document: Document, place: Cursor, endings: tuple[str, ...]) -> list[Item]:
    """Offer the folders, and the files with one of some endings, of the folder that the path so far leads to."""
    written = document.text[place.word.start : place.word.end]
    folder = written[: written.rfind("/") + 1]
    names = document.surroundings.names_in(folder)
    return [
        Item(name, Kind.FOLDER if name.endswith("/") else Kind.FILE, insert=folder + name, match=folder + name)
        for name in names
        if name.endswith(("/", *endings))
    ]
