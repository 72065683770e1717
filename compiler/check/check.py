"""Check a syntax tree: return its outline and all findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..meaning.outline import outlined
from .calls import calls
from .rules import MODEL_RULES, RULES
from .targets import TARGET_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..diagnostics.diagnostic import Diagnostic
    from ..meaning.outline import Entrant, Outline
    from ..syntax.tree import Program


class Checked(NamedTuple):
    """The outline of a specification, and the findings in the order of their positions."""

    outline: Outline
    diagnostics: tuple[Diagnostic, ...]


def _all(outline: Outline) -> Iterable[Entrant]:
    return outline.entrants


def check(
    program: Program, target: str | None = None, doubtful: Callable[[Outline], Iterable[Entrant]] = _all
) -> Checked:
    """Check a whole specification, and its use of a target if one is given.

    Models that are not `doubtful` are known to pass the rules for single models.
    """
    found: dict[Diagnostic, None] = {}

    def report(diagnostic: Diagnostic) -> None:
        found[diagnostic] = None

    outline = outlined(program)
    for rule in RULES:
        rule(outline, report)
    for entrant in doubtful(outline):
        for model_rule in MODEL_RULES:
            model_rule(entrant, outline.evaluator, report)
    if target:
        for target_rule in TARGET_RULES:
            target_rule(outline, report, target)
    # Last, since the other rules evaluate the expressions.
    calls(outline, report)
    for mistake in outline.evaluator.mistakes:
        report(mistake)
    return Checked(outline, tuple(sorted(found, key=_order)))


def _order(diagnostic: Diagnostic) -> tuple[int, str, str]:
    code = diagnostic.code
    return diagnostic.span.start, code.severity.value, code.id
