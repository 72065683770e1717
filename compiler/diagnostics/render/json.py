"""Findings as JSON, for programs; docs/output.md describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..codes import Severity
from .place import path, region

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...source import Source, Span
    from ..diagnostic import Finding

VERSION = 1
"""The version of the format, increased with incompatible changes."""


def render(findings: Sequence[Finding]) -> str:
    """Return one object with all findings, and how many there are; no newline at the end."""
    severities = [finding.diagnostic.code.severity for finding in findings]
    counts = {f"{severity.value}s": severities.count(severity) for severity in Severity}
    whole = {"version": VERSION, "findings": [*map(_finding, findings)], "summary": counts}
    return json.dumps(whole, indent=2, ensure_ascii=False)


def _finding(finding: Finding) -> dict[str, Any]:
    source, diagnostic = finding
    fix = diagnostic.fix
    return {
        "code": diagnostic.code.id,
        "severity": diagnostic.code.severity.value,
        "title": diagnostic.code.title,
        "message": diagnostic.message,
        "label": diagnostic.label,
        "help": diagnostic.help,
        "url": diagnostic.code.url,
        **_place(source, diagnostic.span),
        "fixes": [{"title": fix.title, **_place(source, fix.span), "replacement": fix.replacement}] if fix else [],
        "related": [
            {"message": related.message, **_place(related.source or source, related.span)}
            for related in diagnostic.related
        ],
    }


def _place(source: Source, span: Span) -> dict[str, Any]:
    place = region(source, span)
    return {
        "file": path(source),
        "span": {
            "start": {"line": place.line, "column": place.column, "offset": span.start},
            "end": {"line": place.end_line, "column": place.end_column, "offset": span.end},
        },
    }
