"""Mend a specification: carry out the fixes its findings have, until none is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .pipeline import Compilation
from .source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .diagnostics import Diagnostic, Finding

MOST_ROUNDS = 20
"""A fix may bring another to light, but not for ever."""


class Mended(NamedTuple):
    """A specification after its fixes, and what they mended, each with the text in which it was found."""

    source: Source
    fixed: tuple[Finding, ...]


def mend(source: Source, is_wanted: Callable[[str], bool] = lambda _: True) -> Mended:
    """Carry out the fixes of the findings whose codes are wanted; of those that overlap, the first first."""
    from .diagnostics import Finding

    fixed: list[Finding] = []
    for _ in range(MOST_ROUNDS):
        chosen = _without_overlaps(one for one in Compilation(source).diagnostics if is_wanted(one.code.id))
        if not chosen:
            break
        fixed += [Finding(source, diagnostic) for diagnostic in chosen]
        source = Source(source.name, _edited(source.text, chosen))
    return Mended(source, tuple(fixed))


def _without_overlaps(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    chosen: list[Diagnostic] = []
    end = -1
    for diagnostic in sorted(diagnostics, key=lambda one: one.fix.span if one.fix else one.span):
        if diagnostic.fix and diagnostic.fix.span.start > end:
            chosen.append(diagnostic)
            end = diagnostic.fix.span.end
    return chosen


def _edited(text: str, diagnostics: Iterable[Diagnostic]) -> str:
    pieces, end = [], 0
    for fix in (diagnostic.fix for diagnostic in diagnostics):
        if fix:
            pieces += [text[end : fix.span.start], fix.replacement]
            end = fix.span.end
    return "".join([*pieces, text[end:]])
