"""Tournaments with too many fits; they are counted without being listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import MANY_FITS, TOO_MANY_FITS
from ...diagnostics.diagnostic import Diagnostic, Related
from ...meaning.counts import candidates
from ...meaning.settings import run_setting
from ...meaning.splits import fold_count
from ...syntax.tree import TournamentDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline

MOST_FITS = 100_000
MANY = 10_000


def explosions(outline: Outline, report: Report) -> None:
    """Check that there are no more fits than `run` allows, and warn of very many if it does not set a limit."""
    tournament, allowed = outline.one(TournamentDeclaration), _allowed(outline)
    n_folds = fold_count(outline, by_default=True) or 1
    counts = [(candidates(entrant, outline.evaluator) or 0, entrant) for entrant in outline.entrants]
    n_candidates = sum(count for count, _ in counts)
    fits, most = n_candidates * n_folds, allowed or MOST_FITS
    if tournament is None or fits <= (allowed or MANY):
        return
    count, largest = max(counts, key=lambda one: one[0])
    message = f"this tournament has {fits:,} fits ({n_candidates:,} candidates on {n_folds:,} folds)"
    if fits > most:
        message += f", but at most {most:,} are allowed"
    help_ = f"draw fewer with `search random(100)`, use fewer folds, or allow it with `run {{ most_fits = {fits:_} }}`"
    related = (Related(largest.model.name.span, f"this model has {count:,} of the candidates"),)
    code = TOO_MANY_FITS if fits > most else MANY_FITS
    report(Diagnostic(code, tournament.name.span, message, f"{fits:,} fits", help_, related=related))


def _allowed(outline: Outline) -> int | None:
    """Return how many fits `run` allows, if it sets a valid number."""
    setting = run_setting(outline, "most_fits")
    return setting if isinstance(setting, int) and setting > 0 else None
