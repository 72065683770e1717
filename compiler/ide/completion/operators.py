"""The signs that bind a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import OPERATORS
from .item import Item, Kind

if TYPE_CHECKING:
    from ..cursor import Cursor
    from ..document import Document

KINDS = {"=": "EQUAL", "in": "IN", "~": "TILDE"}


def operators(_: Document, place: Cursor) -> list[Item]:
    """Offer the signs that may stand behind the name of an argument."""
    if len(place.entry) != 1 or not place.blocks:
        return []
    return [
        Item(sign, Kind.OPERATOR, meaning, insert=f"{sign} ")
        for sign, meaning in OPERATORS.items()
        if KINDS[sign] in place.accepts
    ]
