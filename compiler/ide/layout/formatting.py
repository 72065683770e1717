"""The canonical style, as edits of no more than what changes."""

from __future__ import annotations

from ...source import Span
from ...syntax.format.format import UnformattableError, format_lines, formatted
from ..document import Document, Edit


def format_text(document: Document) -> list[Edit]:
    """Return the edits that bring a text into the canonical style; none if it does not parse."""
    try:
        return _changed(document.text, Span(0, len(document.text)), formatted(document.source))
    except UnformattableError:
        return []


def format_range(document: Document, place: Span) -> list[Edit]:
    """Return the edits that bring the declarations which a place touches into the canonical style."""
    first, last = (document.source.position(offset).line for offset in place)
    try:
        edit = format_lines(document.source, first, last)
    except UnformattableError:
        return []
    return _changed(document.text, edit.span, edit.replacement) if edit else []


def _changed(text: str, span: Span, new: str) -> list[Edit]:
    """Return the edit that puts a text in a place, without the lines at its ends that stay as they are."""
    old, lines = text[span.start : span.end].splitlines(keepends=True), new.splitlines(keepends=True)
    first = 0
    while first < min(len(old), len(lines)) and old[first] == lines[first]:
        first += 1
    last = 0
    while last < min(len(old), len(lines)) - first and old[-1 - last] == lines[-1 - last]:
        last += 1
    start = span.start + sum(map(len, old[:first]))
    end = span.end - sum(map(len, old[len(old) - last :]))
    changed = "".join(lines[first : len(lines) - last])
    return [Edit(Span(start, end), changed)] if text[start:end] != changed else []
