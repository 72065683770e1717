"""Mend specifications: carry out the fixes their findings have, until none is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .pipeline import Compilation, no_reader
from .source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .diagnostics import Finding, Fix
    from .syntax.include import Reader

MOST_ROUNDS = 20
"""A fix may bring another to light, but not for ever."""


class Mended(NamedTuple):
    """The texts that have changed, by the names of their files, and what was mended, as it was found."""

    sources: dict[str, Source]
    fixed: list[Finding]


def mend(
    sources: Iterable[Source], read: Reader = no_reader, is_wanted: Callable[[Finding], bool] = lambda _: True
) -> Mended:
    """Carry out the fixes of the wanted findings in specifications and in what they include."""
    mended = Mended({}, [])

    def read_mended(name: str) -> Source:
        return mended.sources.get(name) or read(name)

    for source in sources:
        for _ in range(MOST_ROUNDS):
            findings = Compilation(mended.sources.get(source.name, source), read_mended).findings
            chosen = _without_overlaps([one for one in findings if one.diagnostic.fix and is_wanted(one)])
            if not chosen:
                break
            mended.fixed.extend(chosen)
            for changed in {finding.source for finding in chosen}:
                text = _edited(changed.text, [one for one in chosen if one.source is changed])
                mended.sources[changed.name] = Source(changed.name, text)
    return mended


def _without_overlaps(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings whose fixes can be carried out at once; of those that overlap, the first."""
    chosen: list[Finding] = []
    ends: dict[Source, int] = {}
    for finding in sorted(findings, key=lambda finding: _fix(finding).span):
        span = _fix(finding).span
        if span.start > ends.get(finding.source, -1):
            chosen.append(finding)
            ends[finding.source] = span.end
    return chosen


def _edited(text: str, findings: Iterable[Finding]) -> str:
    pieces, end = [], 0
    for fix in map(_fix, findings):
        pieces += [text[end : fix.span.start], fix.replacement]
        end = fix.span.end
    return "".join([*pieces, text[end:]])


def _fix(finding: Finding) -> Fix:
    """Return the fix of a finding that has one."""
    fix = finding.diagnostic.fix
    if fix is None:
        message = "nothing mends this finding"
        raise ValueError(message)
    return fix
