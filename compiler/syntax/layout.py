"""What the grammar cannot express: which newlines separate entries, and which keywords are names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..diagnostics.codes import UNEXPECTED
from .tokens import BINDERS, CLOSERS, END, OPENERS, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def lay_out(tokens: Sequence[Token], keywords: frozenset[str]) -> tuple[list[Token], list[Diagnostic]]:
    """Drop the newlines that separate nothing, and turn keywords into names where no entry begins.

    The brackets have to be balanced. A `{` on a line of its own is reported, and joined to the line before.
    """
    laid_out: list[Token] = []
    diagnostics: list[Diagnostic] = []
    for token, innermost, following in _in_context(tokens):
        previous = laid_out[-1].kind if laid_out else "_NEWLINE"
        begins = previous in {"_NEWLINE", "LBRACE"} or (previous == "COMMA" and innermost == "LBRACE")
        if token.kind == "_NEWLINE" and (begins or innermost in {"LPAR", "LSQB"}):
            continue
        if token.kind in keywords and (not begins or following in BINDERS):
            token = token._replace(kind="NAME")
        if laid_out and previous == "_NEWLINE" and token.kind in {"LBRACE", "RBRACE", END}:
            laid_out.pop()
            if token.kind == "LBRACE":
                diagnostics.append(_separated(token))
        laid_out.append(token)
    return laid_out, diagnostics


def _in_context(tokens: Sequence[Token]) -> Iterator[tuple[Token, str | None, str]]:
    """Yield each token with the bracket it stands directly in and the kind of what follows it."""
    opened: list[str] = []
    for token, following in zip(tokens, [*tokens[1:], tokens[-1]], strict=True):
        if token.kind in CLOSERS:
            opened.pop()
        yield token, opened[-1] if opened else None, following.kind
        if token.kind in OPENERS:
            opened.append(token.kind)


def _separated(brace: Token) -> Diagnostic:
    message, label = "this `{` is on a line of its own", "expected on the line before"
    return Diagnostic(UNEXPECTED, brace.span, message, label, "put `{` at the end of the line before")
