"""The search that is missing, or that cannot go over what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import GRID_OVER_DRAW, SEARCH_NEEDED
from ..document import Edit
from .here import Action, Here, added

if TYPE_CHECKING:
    from collections.abc import Iterator


DRAWN = "random(20)"


def searches(here: Here) -> Iterator[Action]:
    """Offer to draw candidates at random where values are."""
    for found in here.diagnostics:
        if found.code is SEARCH_NEEDED and here.entrant:
            edit = added(here.document, here.entrant.model, f"search {DRAWN}")
            yield Action(f"Add `search {DRAWN}`", "quickfix", (edit,), found, preferred=True)
        elif found.code is GRID_OVER_DRAW:
            yield Action(f"Write `search {DRAWN}`", "quickfix", (Edit(found.span, DRAWN),), found, preferred=True)
