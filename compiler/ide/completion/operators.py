"""The signs that bind a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..reading.words import OPERATORS
from .item import CompletionItem, ItemKind

if TYPE_CHECKING:
    from ..document import Document
    from ..place.cursor import Cursor

KINDS = {"=": "EQUAL", "in": "IN", "~": "TILDE"}


def operators(_: Document, place: Cursor) -> list[CompletionItem]:
    """Offer the signs that may stand behind the name of an argument."""
    if len(place.entry) != 1 or not place.blocks:
        return []
    return [
        CompletionItem(sign, ItemKind.OPERATOR, meaning, insert=f"{sign} ")
        for sign, meaning in OPERATORS.items()
        if KINDS[sign] in place.accepts
    ]
