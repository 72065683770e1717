"""What a text is made of: tokens and comments."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ..source import Span

Value: TypeAlias = int | float | str | bool | None

UNREADABLE = "UNREADABLE"
"""The kind of what has been reported already: the parser takes it nowhere, and keeps silent about it."""

OPENERS = {"LPAR": "RPAR", "LSQB": "RSQB", "LBRACE": "RBRACE"}
CLOSERS = {closer: opener for opener, closer in OPENERS.items()}
SIGNS = {"LPAR": "(", "RPAR": ")", "LSQB": "[", "RSQB": "]", "LBRACE": "{", "RBRACE": "}"}

BINDERS = frozenset({"EQUAL", "IN", "TILDE", "ARROW"})
"""What follows the first word of an entry where that word is a name, whatever it means elsewhere."""


MOST_MISTAKES = 100
"""Who has made more mistakes than this does not want to read them all: nothing beyond them is read."""


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
        """Whether the token stands for a mistake that has been reported: unreadable, or a bracket that was missing."""
        return self.kind == UNREADABLE or (self.start == self.end and self.kind in CLOSERS)


class Comment(NamedTuple):
    """`# …`, to the end of its line."""

    span: Span
