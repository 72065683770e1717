"""The place to mark when an argument is missing, for each construct that takes arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..source import Span
from ..syntax.tree import Bad
from .signature import Site

if TYPE_CHECKING:
    from collections.abc import Iterable


def block(keyword: str, span: Span, entries: Iterable[object], owner: str | None = None) -> Site:
    """Return the place of a block: its keyword is marked."""
    return part(owner or f"`{keyword}`", Span(span.start, span.start + len(keyword)), entries)


def part(owner: str, span: Span, entries: Iterable[object]) -> Site:
    """Return a place; it is complete if all of its entries could be read."""
    return Site(owner, span, not any(isinstance(entry, Bad) for entry in entries))
