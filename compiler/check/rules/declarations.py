"""Required declarations, and those that can be given only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import MISSING_DECLARATION
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.findings import twice
from ...source import Span
from ...syntax.keywords import DECLARATIONS, keyword_of
from ...syntax.tree import DataDeclaration, ModelDeclaration, TournamentDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...syntax.tree import Declaration

ONCE = tuple(keyword.node for keyword in DECLARATIONS.values() if not keyword.repeated)

REQUIRED = (
    (TournamentDeclaration, "a tournament needs a name", 'start with `tournament MyTournament "what it is about"`'),
    (
        DataDeclaration,
        "a tournament needs data",
        'add `data csv("rows.csv") { target = price }`, for example',
    ),
    (
        ModelDeclaration,
        "a tournament needs a model",
        "add `model ridge: Ridge { alpha in [0.1, 1, 10] }`, for example",
    ),
)


def declarations(outline: Outline, report: Report) -> None:
    """Check that required declarations exist, and that no single one is repeated."""
    for kind, message, help_ in REQUIRED:
        keyword = keyword_of(kind)
        if not outline.all(kind) and not outline.may_lack(keyword):
            report(Diagnostic(MISSING_DECLARATION, start_of(outline), message, f"`{keyword}` is missing", help_))
    for single in ONCE:
        declared: tuple[Declaration, ...] = outline.all(single)
        for other in declared[1:]:
            report(twice(head(other), f"`{keyword_of(single)}`", head(declared[0])))


def start_of(outline: Outline) -> Span:
    """Return the place to mark for a missing declaration: the tournament's name, or the start of the file."""
    tournament = outline.one(TournamentDeclaration)
    if tournament:
        return tournament.name.span
    start = next((declaration.span.start for declaration in outline.program.declarations), 0)
    return Span(start, min(start + 1, outline.program.span.end))


def head(declaration: Declaration) -> Span:
    """Return the place of a declaration's keyword."""
    start = declaration.span.start
    return Span(start, start + len(keyword_of(type(declaration))))
