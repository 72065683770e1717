"""Inlay hints: the number of candidates of a search, the value of an expression."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ...meaning.evaluate import UNKNOWN
from ...meaning.samples import is_dynamic
from ...meaning.show import show
from ...syntax.tree import Binary, Constant, SearchDeclaration, Unary
from ..place.nodes import children
from .counts import size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...source import Span
    from ..document import Document


class Hint(NamedTuple):
    """A text that is shown behind an offset, though it is not there."""

    offset: int
    text: str


def hints(document: Document, place: Span) -> list[Hint]:
    """Return the hints in a part of the text."""
    found = [*_searches(document), *_values(document, document.compilation.parsed.program)]
    return sorted(hint for hint in found if place.start <= hint.offset <= place.end)


def _searches(document: Document) -> Iterator[Hint]:
    for entrant in document.in_context.entrants:
        search = entrant.part(SearchDeclaration)
        text = size((entrant,), document) if search else None
        if search and text and search.span.end <= len(document.text):
            yield Hint(search.span.end, text)


def _values(document: Document, node: Any) -> Iterator[Hint]:
    """Yield what the outermost operations are worth, where they do not depend on a parameter."""
    if isinstance(node, Binary) or (isinstance(node, Unary) and not isinstance(node.operand, Constant)):
        value = document.in_context.evaluator.value(node)
        if value is not UNKNOWN and not is_dynamic(value):
            yield Hint(node.span.end, f"= {show(value)}")
        return
    for child in children(node):
        yield from _values(document, child)
