"""Candidates that are cut while the tournament goes on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ...catalog.blocks import BLOCKS
from ...diagnostics.codes import CONFLICT, EMPTY_VALUES, SMALL_RACE
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.arguments import bindings_in
from ...meaning.counts import candidates
from ...meaning.splits import fold_count
from ...syntax.tree import ListOf, RaceDeclaration, TupleOf
from ..places import block
from ..signature import check
from .declarations import head

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline

FEW = 20
"""Fewer candidates than this are too few for a race to save much."""


def race(outline: Outline, report: Report) -> None:
    """Check that candidates are cut after folds that there are, in order, and that there are enough of them."""
    entry = BLOCKS["race"]
    for declared in outline.all(RaceDeclaration):
        place = block("race", declared.span, declared.entries)
        bound = check(entry, bindings_in(declared.entries), place, outline.evaluator, report, entry.arguments)
        after = bound["after"].value if "after" in bound else None
        if isinstance(after, ListOf | TupleOf):
            _check_after(after, outline, report)
        _advise(declared, outline, report)


def _check_after(after: ListOf | TupleOf, outline: Outline, report: Report) -> None:
    if not after.items:
        report(Diagnostic(EMPTY_VALUES, after.span, "`after` names no fold", "expected a number of folds, as in `[1]`"))
    numbers = [(outline.evaluator.value(item), item) for item in after.items]
    known = [(number, item) for number, item in numbers if isinstance(number, int)]
    n_folds = fold_count(outline)
    for (before, _), (number, item) in pairwise(known):
        if number <= before:
            report(Diagnostic(CONFLICT, item.span, "`after` is not in order", f"expected more than {before} folds"))
    for number, item in known:
        if n_folds is not None and number >= n_folds:
            message = f"there are {n_folds} folds, so no fold follows a cut after {number}"
            report(Diagnostic(CONFLICT, item.span, message, f"expected at most {n_folds - 1}"))


def _advise(declared: RaceDeclaration, outline: Outline, report: Report) -> None:
    """Warn of a race of few candidates."""
    counts = [candidates(entrant, outline.evaluator) for entrant in outline.entrants]
    known = [count for count in counts if count is not None]
    if outline.may_lack("model") or len(known) < len(counts) or sum(known) >= FEW:
        return
    message = f"a race of {sum(known)} candidates saves little, and may drop the best one"
    help_ = f"leave out `race`, or draw at least {FEW} candidates"
    report(Diagnostic(SMALL_RACE, head(declared), message, "few candidates", help_))
