"""Places as the protocol counts them: lines from 0, columns in the units agreed on, UTF-16 unless the client says."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from lsprotocol.types import Position, PositionEncodingKind, Range

from ..source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LINE_END = re.compile(r"\r\n|\n|\r")


def _utf8(character: str) -> int:
    return len(character.encode("utf-8", "surrogatepass"))


def _utf16(character: str) -> int:
    return 1 + (character > "\uffff")


def _utf32(_: str) -> int:
    return 1


UNITS: Mapping[str, Callable[[str], int]] = {
    PositionEncodingKind.Utf8.value: _utf8,
    PositionEncodingKind.Utf16.value: _utf16,
    PositionEncodingKind.Utf32.value: _utf32,
}
"""How many units a character takes, by encoding."""


class Positions:
    """The lines of a text, for going between offsets in it and places of the protocol."""

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16.value) -> None:
        self._text = text
        self.encoding = encoding
        self._units = UNITS[encoding]
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """Return the place of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return Position(line, len(before) if before.isascii() else sum(map(self._units, before)))

    def range(self, span: Span) -> Range:
        """Return the places where a span starts and ends."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, place: Position) -> int:
        """Return the offset of a place; one beyond the end of a line, or of the text, is taken for that end."""
        if place.line >= len(self._starts):
            return len(self._text)
        offset, units = self._starts[place.line], place.character
        while units > 0 and offset < len(self._text) and self._text[offset] not in "\r\n":
            units -= self._units(self._text[offset])
            offset += 1
        return offset

    def span(self, range_: Range) -> Span:
        """Return the stretch between two places."""
        start, end = self.offset(range_.start), self.offset(range_.end)
        return Span(min(start, end), max(start, end))
