"""Which offers belong to the place where the cursor stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..cursor import cursor
from ..slot import slot
from .beginnings import beginnings
from .item import Completion
from .names import constants
from .operators import operators
from .strings import strings
from .things import things
from .values import column_items, values

if TYPE_CHECKING:
    from ..cursor import Cursor
    from ..document import Document
    from .item import Item

BEFORE_A_NEW_NAME = frozenset({"TOURNAMENT", "LET", "PARAM", "MODEL", "ENSEMBLE", "STEP"})


def complete(document: Document, offset: int) -> Completion | None:
    """Return what may be written at an offset; None where that is anyone's guess, as in a comment."""
    place = cursor(document, offset)
    if place is None:
        return None
    return Completion(place.word, tuple(strings(document, place) if place.string else _offers(document, place)))


def _offers(document: Document, place: Cursor) -> list[Item]:
    if not place.entry:
        return beginnings(document, place)
    if "NAME" not in place.accepts:
        return operators(document, place)
    if len(place.entry) == 1 and place.entry[0].kind in BEFORE_A_NEW_NAME:
        return []
    found = things(document, place)
    if found is not None:
        return found
    if _routes(place):
        return column_items(document)
    there = slot(document, place)
    return values(document, place, there) if there else constants(document, place)


def _routes(place: Cursor) -> bool:
    """Tell whether the columns of a route are being listed."""
    return bool(place.blocks) and place.blocks[-1].keyword == "preprocess" and place.entry[0].kind == "LSQB"
