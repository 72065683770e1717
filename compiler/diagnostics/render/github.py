"""Findings as commands of GitHub Actions, which shows them in the changes of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .place import path, region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..diagnostic import Finding

_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def render(findings: Iterable[Finding]) -> str:
    """Return a command for each finding; no newline at the end."""
    return "\n".join(map(_command, findings))


def _command(finding: Finding) -> str:
    source, diagnostic = finding
    place = region(source, diagnostic.span)
    ends_there = place.end_line == place.line  # GitHub accepts columns only on a single line
    properties = {
        "file": path(source),
        "line": place.line,
        "col": place.column,
        "endLine": place.end_line,
        **({"endColumn": place.end_column} if ends_there else {}),
        "title": f"{diagnostic.code.id}: {diagnostic.code.title}",
    }
    message = "\n".join(filter(None, [diagnostic.message, diagnostic.label, diagnostic.help]))
    listed = ",".join(f"{key}={str(value).translate(_IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{diagnostic.code.severity.value} {listed}::{message.translate(_IN_MESSAGES)}"
