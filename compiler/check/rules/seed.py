"""The seed that every random choice uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.shorthand import SEED, optional
from ...syntax.tree import Seed
from ..accept import Slot, check_value

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline

SLOT = Slot(optional("seed", "0", "The seed of every random choice", SEED), "the tournament")


def seed(outline: Outline, report: Report) -> None:  # noqa: ARG001 - a rule takes both
    """Check that the seed is one that NumPy takes."""
    for declared in outline.all(Seed):
        check_value(SLOT, declared.value, outline.evaluator)
