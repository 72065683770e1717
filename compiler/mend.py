"""Apply the fixes of findings to specifications until none is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .pipeline import Compilation, no_reader
from .source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .diagnostics import Finding, Fix
    from .syntax.include import Reader

MOST_ROUNDS = 20
"""The limit on rounds of fixes, since one fix may make another possible."""


class Mended(NamedTuple):
    """The changed texts by file name, and the findings that were fixed."""

    sources: dict[str, Source]
    fixed: list[Finding]


def mend(
    sources: Iterable[Source], read: Reader = no_reader, is_wanted: Callable[[Finding], bool] = lambda _: True
) -> Mended:
    """Apply the fixes of the selected findings to specifications and the files they include."""
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
    """Return the findings whose fixes can be applied together; of overlapping ones, the first."""
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
        message = "this finding has no fix"
        raise ValueError(message)
    return fix
