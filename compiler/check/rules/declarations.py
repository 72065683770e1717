"""What a tournament cannot do without, and what it has only once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ...diagnostics.codes import MISSING_DECLARATION
from ...diagnostics.diagnostic import Diagnostic
from ...source import Span
from ...syntax.tree import Data, Folds, Model, Preprocess, Report, Run, Score, Seed, Select, Task, Test, Tournament
from ..findings import twice

if TYPE_CHECKING:
    from ..findings import Report as Tell
    from ..outline import Outline

Single: TypeAlias = Tournament | Seed | Task | Data | Preprocess | Test | Folds | Score | Select | Run | Report

ONCE: tuple[type[Single], ...] = (Tournament, Seed, Task, Data, Preprocess, Test, Folds, Score, Select, Run, Report)

REQUIRED = (
    (Tournament, "a tournament needs a name", 'begin with `tournament MyTournament "what it is about"`'),
    (Data, "a tournament needs data to play on", 'add `data csv("rows.csv") { target = price }`, for example'),
    (
        Model,
        "a tournament needs a model",
        "add `model ridge: Ridge { alpha in [0.1, 1, 10] }`, for example",
    ),
)


def declarations(outline: Outline, report: Tell) -> None:
    """Check that required declarations are there, and single ones once."""
    for kind, message, help_ in REQUIRED:
        keyword = kind.__name__.lower()
        if not outline.all(kind) and not outline.may_lack(keyword):
            report(Diagnostic(MISSING_DECLARATION, start_of(outline), message, f"`{keyword}` is missing", help_))
    for single in ONCE:
        declared = outline.all(single)
        for other in declared[1:]:
            report(twice(head(other), f"`{single.__name__.lower()}`", head(declared[0])))


def start_of(outline: Outline) -> Span:
    """Return the place to mark for what is missing: the tournament's name, or the first characters there are."""
    tournament = outline.one(Tournament)
    if tournament:
        return tournament.name.span
    start = next((declaration.span.start for declaration in outline.program.declarations), 0)
    return Span(start, min(start + 1, outline.program.span.end))


def head(declaration: Single) -> Span:
    """Return the place of a declaration's keyword."""
    start = declaration.span.start
    return Span(start, start + len(type(declaration).__name__))
