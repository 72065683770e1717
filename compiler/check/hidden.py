"""Characters that make a specification look different from what it says: they reorder lines or are invisible."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ..diagnostics.codes import HIDDEN
from ..diagnostics.diagnostic import Diagnostic
from ..source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..source import Sources

# Characters that scripts and emoji need, such as joiners, are not reported.
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_LINE_ENDS = "\v\f\x1c-\x1e\x85\u2028\u2029"
_INVISIBLE = "\u200b\u2060-\u2064\ufeff"
_HIDDEN = re.compile(f"[{_BIDIRECTIONAL}{_LINE_ENDS}{_INVISIBLE}]")
_BIDI, _LINES = re.compile(f"[{_BIDIRECTIONAL}]"), re.compile(f"[{_LINE_ENDS}]")

MOST = 20


def hidden(sources: Sources) -> Iterator[Diagnostic]:
    """Yield a finding for each such character, at most a certain number per file."""
    for source, start in zip(sources.all, sources.starts, strict=True):
        if not source.text.isascii() or not source.text.isprintable():
            for match in islice(_HIDDEN.finditer(source.text), MOST):
                yield _finding(match[0], Span(start + match.start(), start + match.end()))


def _finding(character: str, span: Span) -> Diagnostic:
    import unicodedata

    does = "is invisible"
    if _BIDI.match(character):
        does = "changes the order in which the line is displayed"
    elif _LINES.match(character):
        does = "ends a line in some editors but not in others"
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    message = f"the character {code}{f' ({name.lower()})' if name else ''} {does}"
    help_ = f"write `\\u{ord(character):04x}` in a string, or remove the character"
    return Diagnostic(HIDDEN, span, message, "the text is not what it looks like", help_)
