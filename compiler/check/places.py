"""Where arguments are missing: the few characters to mark, for each thing that takes some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..source import Span
from ..syntax.tree import Bad
from .signature import Place

if TYPE_CHECKING:
    from collections.abc import Iterable


def block(keyword: str, span: Span, entries: Iterable[object], owner: str | None = None) -> Place:
    """Return the place of a block: its keyword is marked."""
    return part(owner or f"`{keyword}`", Span(span.start, span.start + len(keyword)), entries)


def part(owner: str, span: Span, entries: Iterable[object]) -> Place:
    """Return a place; it is complete if all of its entries could be read."""
    return Place(owner, span, not any(isinstance(entry, Bad) for entry in entries))
