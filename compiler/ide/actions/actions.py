"""All code actions for a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .early_stopping import early_stopping
from .fixes import fixes
from .here import Action, Here, here_at
from .ranges import ranges
from .scaler import scaler
from .searches import searches
from .silence import silence
from .spaces import spaces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ...diagnostics import Diagnostic
    from ...source import Span
    from ..document import Document

OFFERS: tuple[Callable[[Here], Iterator[Action]], ...] = (
    fixes,
    searches,
    early_stopping,
    ranges,
    spaces,
    scaler,
    silence,
)


def actions(document: Document, place: Span, diagnostics: Iterable[Diagnostic]) -> list[Action]:
    """Return the code actions for a place in a text with these findings, fixes first."""
    here = here_at(document, place, diagnostics)
    return [action for offer in OFFERS for action in offer(here)]
