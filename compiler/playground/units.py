"""Places as a browser counts them: in UTF-16 units, of which some characters take two."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..source import Span


class Units:
    """A text, for going between offsets in characters and offsets in units."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [at for at, character in enumerate(text) if character > "\uffff"]
        self._ends = [at + before + 2 for before, at in enumerate(self._wide)]

    def unit(self, offset: int) -> int:
        """Return the unit at an offset in characters."""
        return offset + bisect_left(self._wide, offset)

    def offset(self, unit: int) -> int:
        """Return the offset in characters of a unit; within a character, where that ends."""
        return unit - bisect_right(self._ends, unit)

    def place(self, span: Span) -> dict[str, int]:
        """Return where a span starts and ends, in units."""
        return {"from": self.unit(span.start), "to": self.unit(span.end)}
