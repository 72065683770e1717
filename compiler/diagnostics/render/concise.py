"""Findings on one line each, like those of compilers and `grep -n`: `houses.mf:8:3: error[MF203]: message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .excerpt import printable, sentence
from .place import path, region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..diagnostic import Finding


def render(findings: Iterable[Finding]) -> str:
    """Return a line for each finding; no newline at the end."""
    return "\n".join(map(_line, findings))


def mended(finding: Finding) -> str:
    """Return the fix that was applied to a finding, and its place."""
    fix = finding.diagnostic.fix
    return f"{_place(finding)}: {finding.diagnostic.code.id}: {sentence(fix.title) if fix else ''}"


def _line(finding: Finding) -> str:
    code, fix = finding.diagnostic.code, finding.diagnostic.fix
    hint = f" ({sentence(fix.title)})" if fix else ""
    return f"{_place(finding)}: {code.severity.value}[{code.id}]: {sentence(finding.diagnostic.message)}{hint}"


def _place(finding: Finding) -> str:
    place = region(finding.source, finding.diagnostic.span)
    return f"{printable(path(finding.source))}:{place.line}:{place.column}"
