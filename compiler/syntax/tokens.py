"""What a text is made of: tokens and comments."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ..source import Span

Value: TypeAlias = int | float | str | bool | None

END = "$END"
"""The kind of the end of the text."""

ERROR = "ERROR"
"""The kind of what could not be parsed: no text gives it, recovery does."""

UNREADABLE = "UNREADABLE"
"""The kind of what has been reported already: the parser takes it nowhere, and keeps silent about it."""

OPENERS = {"LPAR": "RPAR", "LSQB": "RSQB", "LBRACE": "RBRACE"}
CLOSERS = {closer: opener for opener, closer in OPENERS.items()}
SIGNS = {"LPAR": "(", "RPAR": ")", "LSQB": "[", "RSQB": "]", "LBRACE": "{", "RBRACE": "}"}

BINDERS = frozenset({"EQUAL", "IN", "TILDE", "ARROW"})
"""The tokens after the first word of an entry that make that word a name."""


MOST_MISTAKES = 100
"""The most mistakes that are reported; the rest of the text is not read."""


class Token(NamedTuple):
    """A word, a sign or a literal; its value is what a literal means, and otherwise the text."""

    kind: str
    start: int
    end: int
    value: Value

    @property
    def span(self) -> Span:
        """The place of the token."""
        return Span(self.start, self.end)

    @property
    def is_reported(self) -> bool:
        """Whether the token represents a mistake that was reported: an invalid token, or a missing bracket."""
        return self.kind == UNREADABLE or (self.start == self.end and self.kind in CLOSERS)


class Comment(NamedTuple):
    """`# …`, to the end of its line."""

    span: Span
