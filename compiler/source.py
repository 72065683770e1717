"""The text of a specification, and places in it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Span(NamedTuple):
    """A stretch of a source: offsets in characters, the end excluded."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count it: line and column from 1, columns in characters."""

    line: int
    column: int


class Source:
    """A named text that knows its lines."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(i + 1 for i, character in enumerate(self.text) if character == "\n")]

    @property
    def line_count(self) -> int:
        """The number of lines, counting an empty last one."""
        return len(self._line_starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def offset(self, line: int) -> int:
        """Return where a line starts, counted from 1; for lines that do not exist, where the text ends."""
        return self._line_starts[line - 1] if line <= self.line_count else len(self.text)

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its line end."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


class Place(NamedTuple):
    """A stretch of one of several sources, with offsets of its own."""

    source: Source
    span: Span


class Sources:
    """Texts with consecutive offsets, one character apart, so that a span determines which text it is in."""

    def __init__(self, sources: Sequence[Source], starts: Sequence[int]) -> None:
        self.all = tuple(sources)
        self.starts = tuple(starts)

    def find(self, span: Span) -> Place:
        """Return the source that a span is in, and where in it."""
        number = bisect_right(self.starts, span.start) - 1
        start = self.starts[number]
        return Place(self.all[number], Span(span.start - start, span.end - start))
