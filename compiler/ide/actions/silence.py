"""Silence a warning on its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics import Severity
from ...source import Span
from ..document import Document, Edit
from .here import Action, Here

if TYPE_CHECKING:
    from collections.abc import Iterator


_IGNORED = re.compile(r"#\s*mfc:\s*ignore\s*\[[^\]\r\n]*\]")


def silence(here: Here) -> Iterator[Action]:
    """Offer to silence the warnings in a place."""
    for found in here.diagnostics:
        if found.code.severity is Severity.WARNING:
            edit = _ignoring(here.document, found.span.start, found.code.id)
            yield Action(f"Silence {found.code.id} on this line", "quickfix", (edit,), found)


def _ignoring(document: Document, offset: int, code: str) -> Edit:
    """Return the edit that adds a code to what is ignored on a line."""
    line = document.source.position(offset)
    start, text = offset - line.column + 1, document.source.line(line.line)
    last = start + len(text)
    comment = next((one.span for one in document.scanned.comments if start <= one.span.start < last), None)
    ignored = _IGNORED.search(document.text, *comment) if comment else None
    if ignored:
        end = ignored.end() - 1
        return Edit(Span(end, end), f", {code}")
    return Edit(Span(start + len(text.rstrip()), last), f"  # mfc: ignore[{code}]")
