"""Findings as SARIF 2.1.0, which code scanning services read (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .place import path, region

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...source import Source, Span
    from ..codes import Code
    from ..diagnostic import Finding, Fix

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(findings: Sequence[Finding]) -> str:
    """Return a log of one run; no newline at the end."""
    from ... import __version__

    codes = sorted({finding.diagnostic.code for finding in findings}, key=lambda code: code.id)
    driver = {"name": "mfc", "version": __version__, "rules": [*map(_rule, codes)]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.diagnostic.code)) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.id,
        "shortDescription": {"text": code.title},
        "help": {"text": f"`mfc explain {code.id}` explains this finding"},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    source, diagnostic = finding
    code = diagnostic.code
    result: dict[str, Any] = {
        "ruleId": code.id,
        "ruleIndex": rule,
        "level": code.severity.value,
        "message": {"text": ". ".join(filter(None, [diagnostic.message, diagnostic.label, diagnostic.help]))},
        "locations": [_location(source, diagnostic.span)],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": related.message}, **_location(related.source or source, related.span)}
            for number, related in enumerate(diagnostic.related, start=1)
        ]
    if diagnostic.fix:
        result["fixes"] = [_fix(source, diagnostic.fix)]
    return result


def _fix(source: Source, fix: Fix) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(source, fix.span), "insertedContent": {"text": fix.replacement}}
    change = {"artifactLocation": _artifact(source), "replacements": [replacement]}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _location(source: Source, span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(source), "region": _region(source, span)}}


def _region(source: Source, span: Span) -> dict[str, int]:
    place = region(source, span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(source: Source) -> dict[str, str]:
    """Return a file as a URI: relative ones are relative to where `mfc` was run."""
    is_absolute = PurePath(source.name).is_absolute()
    return {"uri": ("file://" if is_absolute else "") + quote(path(source))}
