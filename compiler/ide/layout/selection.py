"""What to select when a selection grows, from a word to the whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..place.nodes import trail

if TYPE_CHECKING:
    from ...source import Span
    from ..document import Document


def selections(document: Document, offset: int) -> list[Span]:
    """Return the stretches around an offset, each within the one before it."""
    program = document.compilation.parsed.program
    found = [node.span for node in trail(program, offset)]
    touching = [one.span for one in document.tokens if one.start <= offset <= one.end and one.kind not in BLANK]
    found += [span for span in touching[-1:] if found[-1].start <= span.start and span.end <= found[-1].end]
    return [span for number, span in enumerate(found) if not number or span != found[number - 1]]


BLANK = frozenset({"_NEWLINE", "$END"})
