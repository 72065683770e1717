"""Words and their meanings as the protocol has them: five numbers each, relative to the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ide.layout.highlighting import highlighting
from .capabilities import WORDS

if TYPE_CHECKING:
    from ..ide.document import Document
    from .positions import Positions


def encode(document: Document, positions: Positions) -> list[int]:
    """Return the words of a text: line and column from the one before, length, kind, whether it declares."""
    numbers: list[int] = []
    line = column = 0
    for word in highlighting(document):
        start, end = positions.position(word.span.start), positions.position(word.span.end)
        if start.line == end.line:
            step = start.character - (column if start.line == line else 0)
            length = end.character - start.character
            numbers += (start.line - line, step, length, WORDS.index(word.kind), int(word.declares))
            line, column = start.line, start.character
    return numbers
