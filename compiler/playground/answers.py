"""What the page asks while somebody types: findings, colours, completion, hover and the canonical style."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..ide.completion.complete import complete
from ..ide.document import Document, Memory
from ..ide.layout.formatting import format_text
from ..ide.layout.highlighting import highlighting
from ..ide.reading.counts import size
from ..ide.reading.hover import hover
from ..source import Source
from .units import Units

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from ..ide.completion.item import CompletionItem

SPEC = "tournament.mf"
"""What the text on the page is called."""


class Answers:
    """A text that changes, and what is known of it. Places are in UTF-16 units, answers are JSON."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._document = Document(Source(SPEC, ""), memory=self._memory)
        self._units = Units("")

    def check(self, text: str) -> str:
        """Take a new text, and return its findings, its colours, and how much there is to do."""
        self._take(text)
        return json.dumps(
            {
                "findings": [self._finding(one) for one in self._document.diagnostics],
                "words": [
                    [self._units.unit(word.span.start), self._units.unit(word.span.end), word.kind]
                    for word in highlighting(self._document)
                    if word.span.start < word.span.end
                ],
                "size": size(self._document.in_context.entrants, self._document),
            }
        )

    def complete(self, text: str, unit: int) -> str:
        """Return what may be written at a place, or null."""
        self._take(text)
        offers = complete(self._document, self._units.offset(unit))
        if offers is None:
            return "null"
        return json.dumps({**self._units.place(offers.span), "items": [_item(item) for item in offers.items]})

    def hover(self, text: str, unit: int) -> str:
        """Return what is known of the word at a place, as Markdown, or null."""
        self._take(text)
        found = hover(self._document, self._units.offset(unit))
        return json.dumps(found and {**self._units.place(found.span), "text": found.text})

    def format(self, text: str) -> str:
        """Return the edits that bring the text into the canonical style."""
        self._take(text)
        edits = format_text(self._document)
        return json.dumps([{**self._units.place(edit.span), "insert": edit.text} for edit in edits])

    def _take(self, text: str) -> None:
        if text != self._document.text:
            self._document = Document(Source(SPEC, text), memory=self._memory)
            self._units = Units(text)

    def _finding(self, found: Diagnostic) -> dict[str, Any]:
        position = self._document.source.position(found.span.start)
        fix = found.fix
        return {
            **self._units.place(found.span),
            "line": position.line,
            "column": position.column,
            "code": found.code.id,
            "severity": found.code.severity.value,
            "message": found.message,
            "label": found.label,
            "help": found.help,
            "fix": fix and {**self._units.place(fix.span), "title": fix.title, "insert": fix.replacement},
        }


def _item(item: CompletionItem) -> dict[str, Any]:
    return {
        "label": item.label,
        "kind": item.kind.value,
        "detail": item.detail,
        "info": item.documentation,
        "insert": item.label if item.insert is None else item.insert,
        "snippet": item.snippet,
        "match": item.match or item.label,
        "rank": item.rank,
    }
