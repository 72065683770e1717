"""The seed that every random choice uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.shorthand import SEED, optional
from ...syntax.tree import SeedDeclaration
from ..accept import Subject, check_value

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline

SUBJECT = Subject(optional("seed", "0", "The seed of every random choice", SEED), "the tournament")


def seed(outline: Outline, report: Report) -> None:
    """Check that the seed is one that NumPy takes."""
    for declared in outline.all(SeedDeclaration):
        check_value(SUBJECT, declared.value, outline.evaluator, report)
