"""From a tree to what it means and all that is wrong with it, in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..catalog.catalog import load
from .outline import Outline
from .rules import MODEL_RULES, RULES
from .targets import RULES as TARGET_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..diagnostics.diagnostic import Diagnostic
    from ..syntax.tree import Program
    from .outline import Entrant
    from .scope import Scope


class Checked(NamedTuple):
    """A specification sorted by its declarations, and the findings in the order of their places."""

    outline: Outline
    diagnostics: tuple[Diagnostic, ...]


def _all(outline: Outline) -> Iterable[Entrant]:
    return outline.entrants


def check(
    program: Program, target: str | None = None, doubtful: Callable[[Outline], Iterable[Entrant]] = _all
) -> Checked:
    """Check a whole specification, and what it asks of a target that Metaflow runs it on.

    Models that are not `doubtful` are known to follow all rules of a model by itself.
    """
    found: dict[Diagnostic, None] = {}

    def report(diagnostic: Diagnostic) -> None:
        found[diagnostic] = None

    outline = Outline(program, load(), report)
    for rule in RULES:
        rule(outline, report)
    for entrant in doubtful(outline):
        for model_rule in MODEL_RULES:
            model_rule(entrant, outline, report)
    if target:
        for target_rule in TARGET_RULES:
            target_rule(outline, report, target)
    return Checked(outline, tuple(sorted(found, key=_order)))


def outlined(program: Program, scope: Scope | None = None) -> Outline:
    """Return what a specification means, whatever is wrong with it, without the time that its check takes."""
    return Outline(program, load(), lambda _: None, scope)


def _order(diagnostic: Diagnostic) -> tuple[int, str, str]:
    code = diagnostic.code
    return diagnostic.span.start, code.severity.value, code.id
