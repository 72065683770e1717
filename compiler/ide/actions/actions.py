"""All that can be done in a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fixes import fixes
from .silence import silence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...source import Span
    from ..document import Document
    from .action import Action

OFFERS: tuple[Callable[[Document, Span], Iterator[Action]], ...] = (fixes, silence)


def actions(document: Document, place: Span) -> list[Action]:
    """Return the changes that are offered in a place, those that mend something first."""
    return [action for offer in OFFERS for action in offer(document, place)]
