"""The fixes that findings carry, and what a mistyped word may have meant."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ...source import Span
from ..document import Document, Edit
from .here import Action, Here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...diagnostics import Diagnostic

_MISTYPED = re.compile(r'"(?:[^"\\\r\n]|\\[^\r\n])*"|[A-Za-z_][\w.]*')


def fixes(here: Here) -> Iterator[Action]:
    """Offer to mend the findings in a place."""
    for found in here.diagnostics:
        if found.fix:
            edit = Edit(found.fix.span, found.fix.replacement)
            yield Action(_capital(found.fix.title), "quickfix", (edit,), found, preferred=True)
        yield from _suggested(here.document, found)


def _suggested(document: Document, found: Diagnostic) -> Iterator[Action]:
    """Offer what a mistyped word, with which the place begins, may have meant."""
    word = _MISTYPED.match(document.text, found.span.start, found.span.end)
    for number, meant in enumerate(found.suggestions if word else ()):
        assert word  # noqa: S101 - there are no suggestions without it
        start = word.start() if word[0].startswith('"') else word.start() + _qualifier(word[0], meant)
        text = json.dumps(meant, ensure_ascii=False) if word[0].startswith('"') else meant
        edit = Edit(Span(start, word.end()), text)
        yield Action(f"Write `{meant}`", "quickfix", (edit,), found, preferred=not number)


def _qualifier(written: str, meant: str) -> int:
    """Return how much of a dotted name stays, where a last part alone was meant."""
    return 0 if "." in meant else written.rfind(".") + 1


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
