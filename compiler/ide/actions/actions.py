"""All that can be done in a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .early_stopping import early_stopping
from .fixes import fixes
from .here import Here
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
    from .action import Action

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
    """Return the changes that are offered in a place of a text with these findings, those that mend something first."""
    touched = (one for one in diagnostics if one.span.start <= place.end and place.start <= one.span.end)
    here = Here(document, place, tuple(touched))
    return [action for offer in OFFERS for action in offer(here)]
