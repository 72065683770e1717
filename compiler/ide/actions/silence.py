"""Silence a warning on its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics import Severity
from ...source import Span
from ..edit import Edit
from .action import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document
    from .here import Here

_IGNORED = re.compile(r"(#\s*mfc:\s*ignore\[[^\]\r\n]*)\]")


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
    ignored = _IGNORED.search(text)
    if ignored:
        end = start + ignored.end() - 1
        return Edit(Span(end, end), f", {code}")
    end = start + len(text.rstrip())
    return Edit(Span(end, start + len(text)), f"  # mfc: ignore[{code}]")
