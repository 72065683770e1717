"""The limit on the length of a specification."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ..diagnostics.codes import TOO_DEEP
from ..diagnostics.diagnostic import Diagnostic
from ..source import Span

if TYPE_CHECKING:
    from ..source import Source

MOST_WORDS = 100_000
SHORT_ENOUGH = 100_000
"""A text with at most this many characters cannot have more tokens, which need not be counted."""

_WORD = re.compile(r'#[^\n]*|"(?:[^"\\\n]|\\.)*"|\w+|[^\w\s]')


def oversize(source: Source) -> Diagnostic | None:
    """Return the finding of a text that is too long to be parsed."""
    if len(source.text) <= SHORT_ENOUGH:
        return None
    first = next(islice(_WORD.finditer(source.text), MOST_WORDS, None), None)
    if first is None:
        return None
    message = f"this file has more than {MOST_WORDS:,} tokens"
    help_ = "write long lists as ranges, draw from distributions, or split the tournament"
    return Diagnostic(TOO_DEEP, Span(*first.span()), message, "the limit is exceeded here", help_)
