"""What stands above the tournament: how much there is to do, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...syntax.tree import TournamentDeclaration
from .counts import size

if TYPE_CHECKING:
    from ...source import Span
    from ..document import Document


class Lens(NamedTuple):
    """A text above a line; a command, by its name, if it does anything."""

    span: Span
    title: str
    command: str | None = None


def lenses(document: Document) -> list[Lens]:
    """Return what stands above the tournament: "10 candidates · 50 fits", compile, run."""
    declared = document.compilation.parsed.program.declarations
    tournament = next((one for one in declared if isinstance(one, TournamentDeclaration)), None)
    if tournament is None:
        return []
    span, counts = tournament.name.span, size(document.in_context.entrants, document)
    found = [Lens(span, counts)] if counts else []
    return [*found, Lens(span, "compile", "mfc.compile"), Lens(span, "run", "mfc.run")]
