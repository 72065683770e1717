"""From text to tokens. Every text can be scanned: invalid tokens are reported and, if possible, replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..source import Span
from . import irregular, literals
from .tokens import END, MOST_MISTAKES, UNREADABLE, Comment, Token

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from .language import Language


class Scanned(NamedTuple):
    """A text as tokens, the last of which is its end."""

    tokens: list[Token]
    comments: list[Comment]
    diagnostics: list[Diagnostic]


def scan(text: str, language: Language) -> Scanned:
    """Split a text into tokens and comments; after too many mistakes the rest of it is left out."""
    tokens: list[Token] = []
    comments: list[Comment] = []
    diagnostics: list[Diagnostic] = []
    for match in language.pattern.finditer(text):
        kind, word, (start, end) = match.lastgroup or UNREADABLE, match[0], match.span()
        if kind == "BLANK":
            continue
        if kind == "NAME":
            tokens.append(Token(language.keywords.get(word, kind), start, end, word))
        elif kind in literals.KINDS:
            try:
                tokens.append(Token(kind, start, end, literals.decode(kind, word, start)))
            except literals.UnreadableError as error:
                tokens.append(Token(UNREADABLE, start, end, None))
                diagnostics.append(error.diagnostic)
        elif kind == "COMMENT":
            comments.append(Comment(Span(start, end)))
        elif kind in irregular.MENDERS:
            if len(diagnostics) >= MOST_MISTAKES:
                break
            mended, diagnostic = irregular.MENDERS[kind](word, start, language.pattern)
            tokens += mended
            diagnostics.append(diagnostic)
        else:
            tokens.append(Token(kind, start, end, word))
    tokens.append(Token(END, len(text), len(text), None))
    return Scanned(tokens, comments, diagnostics)
