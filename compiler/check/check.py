"""From a tree to what it means and all that is wrong with it, in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..catalog.catalog import load
from .outline import Outline
from .rules import RULES
from .targets import RULES as TARGET_RULES

if TYPE_CHECKING:
    from ..diagnostics.diagnostic import Diagnostic
    from ..syntax.tree import Program
    from .scope import Scope


class Checked(NamedTuple):
    """A specification sorted by its declarations, and the findings in the order of their places."""

    outline: Outline
    diagnostics: tuple[Diagnostic, ...]


def check(program: Program, target: str | None = None) -> Checked:
    """Check a whole specification, and what it asks of a target that Metaflow runs it on."""
    found: dict[Diagnostic, None] = {}

    def report(diagnostic: Diagnostic) -> None:
        found[diagnostic] = None

    outline = Outline(program, load(), report)
    for rule in RULES:
        rule(outline, report)
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
