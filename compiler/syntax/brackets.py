"""Balance brackets, so that the parser sees only balanced ones and one mistake gives one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Diagnostic, Fix, Related
from ..diagnostics.codes import TOO_DEEP, UNCLOSED_BRACKET, UNEXPECTED
from ..source import Span
from .tokens import BINDERS, CLOSERS, OPENERS, SIGNS, Token
from .tree import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE_A_VALUE = frozenset({"LPAR", "LSQB", "COMMA", "COLON", *BINDERS})


class TooDeepError(ValueError):
    """The brackets are nested too deeply."""

    def __init__(self, opener: Token) -> None:
        message = f"brackets are nested more than {DEEPEST} deep"
        super().__init__(message)
        self.diagnostic = Diagnostic(TOO_DEEP, opener.span, message, "the limit is exceeded here")


class Pairs(NamedTuple):
    """Which brackets belong together, by the numbers of their tokens.

    `partners` leads from a closing bracket to its opening one; `ends` leads from an opening bracket that nothing closes
    to the token before which it ends at the latest.
    """

    partners: dict[int, int]
    ends: dict[int, int]


def balance(tokens: list[Token], keywords: frozenset[str]) -> tuple[list[Token], list[Diagnostic]]:
    """Return the tokens with every bracket closed, and what was wrong with them; raise `TooDeepError`.

    `keywords` are the kinds of the tokens that can begin an entry.
    """
    pairs = _pair(tokens)
    if not pairs.ends and all(_fits(tokens, pairs, i) for i, token in enumerate(tokens) if token.kind in CLOSERS):
        return tokens, []
    indents = _indents(tokens)
    if any(tokens[opener].kind == "LBRACE" for opener in pairs.ends):
        pairs = _pair(tokens, indents)
    return _Balancer(tokens, indents, pairs, keywords).run()


def _fits(tokens: Sequence[Token], pairs: Pairs, closer: int) -> bool:
    partner = pairs.partners.get(closer)
    return partner is not None and OPENERS[tokens[partner].kind] == tokens[closer].kind


def _pair(tokens: Sequence[Token], indents: Sequence[int] | None = None) -> Pairs:
    """Find the pairs; with indents, a `}` that begins a line closes nothing that is indented deeper than it."""
    pairs = Pairs({}, {})
    opened: list[int] = []

    def end(depth: int, at: int) -> None:
        pairs.ends.update(dict.fromkeys(opened[depth:], at))
        del opened[depth:]

    for i, token in enumerate(tokens):
        if token.kind in OPENERS:
            if token.kind == "LBRACE" and i and tokens[i - 1].kind not in _BEFORE_A_VALUE:
                end(_depth_of_block(tokens, opened), i)
            opened.append(i)
            if len(opened) > DEEPEST:
                raise TooDeepError(token)
        elif token.kind in CLOSERS:
            depth = _partner(tokens, opened, i, indents)
            if depth is not None:
                pairs.partners[i] = opened[depth]
                end(depth + 1, i)
                opened.pop()
    end(0, len(tokens) - 1)
    return pairs


def _depth_of_block(tokens: Sequence[Token], opened: Sequence[int]) -> int:
    """Return how many brackets are open up to the innermost `{`, itself included: inside `( )` no block can begin."""
    depth = len(opened)
    while depth and tokens[opened[depth - 1]].kind != "LBRACE":
        depth -= 1
    return depth


def _partner(tokens: Sequence[Token], opened: Sequence[int], closer: int, indents: Sequence[int] | None) -> int | None:
    """Return the place among the open brackets of the one that a closing bracket closes, if by the wrong sign."""
    wanted = CLOSERS[tokens[closer].kind]
    begins_line = tokens[closer - 1].kind == "_NEWLINE"
    for depth in reversed(range(len(opened))):
        kind = tokens[opened[depth]].kind
        deeper = indents and kind == "LBRACE" and begins_line and indents[opened[depth]] > indents[closer]
        if kind == wanted and not deeper:
            return depth
        if kind == "LBRACE" and not deeper:
            break
    innermost = len(opened) - 1
    return innermost if opened and tokens[opened[innermost]].kind != "LBRACE" else None


def _indents(tokens: Sequence[Token]) -> list[int]:
    """Return for each token how far its line is indented."""
    indents = []
    line_start, indent = 0, None
    for token in tokens:
        if indent is None:
            indent = token.start - line_start
        indents.append(indent)
        if token.kind == "_NEWLINE":
            line_start, indent = token.end, None
    return indents


class _Balancer:
    """Copies tokens, and puts in, replaces or leaves out brackets on the way."""

    def __init__(self, tokens: list[Token], indents: list[int], pairs: Pairs, keywords: frozenset[str]) -> None:
        self.tokens = tokens
        self.indents = indents
        self.pairs = pairs
        self.keywords = keywords
        self.open: list[int] = []
        self.balanced: list[Token] = []
        self.diagnostics: list[Diagnostic] = []

    def run(self) -> tuple[list[Token], list[Diagnostic]]:
        for i, token in enumerate(self.tokens):
            self._close_what_ends(i)
            if token.kind in CLOSERS:
                self._close(i)
                continue
            if token.kind in OPENERS:
                self.open.append(i)
            self.balanced.append(token)
        return self.balanced, self.diagnostics

    def _close_what_ends(self, number: int) -> None:
        """Close what nothing closes and what cannot go on before this token; one diagnostic speaks for all."""
        missing = []
        while self.open and self._ends(self.open[-1], number):
            missing.append(self.tokens[self.open.pop()])
        if not missing:
            return
        end = self._end_of_text()
        signs = "".join(SIGNS[OPENERS[opener.kind]] for opener in missing)
        first = missing[0]
        self.balanced += [Token(OPENERS[opener.kind], end, end, None) for opener in missing]
        self.diagnostics.append(
            Diagnostic(
                UNCLOSED_BRACKET,
                Span(end, end),
                f"`{SIGNS[first.kind]}` is not closed",
                f"expected `{signs}`",
                fix=Fix(f"insert `{signs}`", Span(end, end), signs),
                related=(Related(first.span, f"`{SIGNS[first.kind]}` was opened here"),),
            )
        )

    def _end_of_text(self) -> int:
        return next((token.end for token in reversed(self.balanced) if token.kind != "_NEWLINE"), 0)

    def _ends(self, opener: int, number: int) -> bool:
        """Return whether an unclosed bracket ends before a token: or at a line that cannot belong to it."""
        if opener not in self.pairs.ends:
            return False
        if number >= self.pairs.ends[opener]:
            return True
        if self.tokens[number].kind != "_NEWLINE" or self.tokens[number + 1].kind == "_NEWLINE":
            return False
        if self.tokens[opener].kind != "LBRACE":
            return self._begins_entry(number + 1)
        indent = self.indents[number + 1]
        return indent <= self.indents[opener] and (indent > 0 or self._is_keyword(number + 1))

    def _is_keyword(self, number: int) -> bool:
        return self.tokens[number].kind in self.keywords and self.tokens[number + 1].kind not in BINDERS

    def _begins_entry(self, number: int) -> bool:
        if self.tokens[number].kind in self.keywords:
            return self.tokens[number + 1].kind not in {"COMMA", "_DOT", *CLOSERS}
        return self.tokens[number].kind == "NAME" and self.tokens[number + 1].kind in BINDERS

    def _close(self, number: int) -> None:
        token = self.tokens[number]
        partner = self.pairs.partners.get(number)
        if partner is None:
            self._closes_nothing(number)
            return
        self.open.pop()
        opener = self.tokens[partner]
        right = OPENERS[opener.kind]
        self.balanced.append(Token(right, *token.span, token.value))
        if right != token.kind:
            message = f"`{SIGNS[opener.kind]}` is closed by `{SIGNS[token.kind]}`"
            fix = Fix(f"write `{SIGNS[right]}`", token.span, SIGNS[right])
            related = (Related(opener.span, f"`{SIGNS[opener.kind]}` was opened here"),)
            label = f"expected `{SIGNS[right]}`"
            self.diagnostics.append(Diagnostic(UNCLOSED_BRACKET, token.span, message, label, fix=fix, related=related))

    def _closes_nothing(self, number: int) -> None:
        """Leave out a closing bracket; one diagnostic speaks for several in a row."""
        token = self.tokens[number]
        if number and self.tokens[number - 1].kind in CLOSERS and number - 1 not in self.pairs.partners:
            return
        sign = SIGNS[token.kind]
        fix = Fix(f"remove `{sign}`", token.span, "")
        self.diagnostics.append(Diagnostic(UNEXPECTED, token.span, f"`{sign}` closes nothing", "never opened", fix=fix))
