"""Which offers belong to the place where the cursor stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...syntax.keywords import NAMING
from ..place.cursor import cursor
from ..place.slot import is_keyword, slot
from .beginnings import beginnings
from .item import Completion
from .names import constants
from .operators import operators
from .strings import strings
from .things import things
from .values import column_items, values

if TYPE_CHECKING:
    from ..document import Document
    from ..place.cursor import Cursor
    from .item import CompletionItem


def complete(document: Document, offset: int) -> Completion | None:
    """Return the completions at an offset; None where there can be none, as in a comment."""
    place = cursor(document, offset)
    if place is None:
        return None
    return Completion(place.word, tuple(strings(document, place) if place.string else _offers(document, place)))


def _offers(document: Document, place: Cursor) -> list[CompletionItem]:
    if not place.entry:
        return beginnings(document, place)
    if "NAME" not in place.accepts:
        return operators(document, place)
    if len(place.entry) == 1 and is_keyword(place.entry[0]) and place.entry[0].value in NAMING:
        return []
    found = things(document, place)
    if found is not None:
        return found
    if _routes(place):
        return column_items(document)
    there = slot(document, place)
    return values(document, place, there) if there else constants(document, place)


def _routes(place: Cursor) -> bool:
    """Return whether the columns of a route are being listed."""
    return bool(place.blocks) and place.blocks[-1].keyword == "preprocess" and place.entry[0].kind == "LSQB"
