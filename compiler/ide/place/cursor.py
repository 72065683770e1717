"""Where the cursor stands: in which blocks, behind what, and what the grammar takes there; on broken texts too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lark import UnexpectedToken

from ...diagnostics.codes import UNCLOSED_STRING
from ...source import Span
from ...syntax.concrete import NestedTooDeepError
from ...syntax.incremental import beginning
from ...syntax.language import load
from ...syntax.layout import lay_out
from ...syntax.scan import scan
from ...syntax.stack import Stack
from ...syntax.tokens import BINDERS, CLOSERS, END, OPENERS, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...syntax.language import Language
    from ..document import Document

_WORD_BEFORE = re.compile(r"(?<!\w)(?:[A-Za-z_]\w*\.)*(?:[A-Za-z_]\w*)?\Z")
_WORD_AFTER = re.compile(r"\w*")
_REST_OF_STRING = re.compile(r'(?:[^"\\\r\n]|\\[^\r\n])*')


class Block(NamedTuple):
    """A block that is open at the cursor: the tokens from its keyword to its brace, and where the brace stands."""

    header: tuple[Token, ...]
    brace: int

    @property
    def keyword(self) -> str:
        """The word the block begins with."""
        return str(self.header[0].value) if self.header else ""


class Cursor(NamedTuple):
    """A place in a text. `word` is what is being written there, and `string` tells whether that is within quotes.

    `blocks` are those around it, the innermost last; `entry` holds the tokens before the word of the declaration or
    entry that it belongs to; `accepts` the kinds of tokens that the grammar takes next.
    """

    word: Span
    string: bool
    blocks: tuple[Block, ...]
    entry: tuple[Token, ...]
    accepts: frozenset[str]


def cursor(document: Document, offset: int) -> Cursor | None:
    """Return where an offset stands; None in a comment, or behind a number."""
    text = document.text
    start = _start_of_declaration(text, offset)
    before = scan(text[start:offset], load())
    if before.comments and before.comments[-1].span.end + start == offset:
        return None
    last = before.diagnostics[-1] if before.diagnostics else None
    quote = last.span.start + start if last and last.code is UNCLOSED_STRING else None
    string = quote is not None and "\n" not in text[quote:offset]
    word = _string(text, offset, quote) if string and quote is not None else _word(text, offset)
    tokens = [Token(one.kind, one.start + start, one.end + start, one.value) for one in before.tokens[:-1]]
    tokens = [token for token in tokens if token.end <= word.start - string]
    if not string and tokens and tokens[-1].end == word.start and tokens[-1].kind in _ENDING_IN_A_DIGIT:
        return None
    return _place(tokens, word, string)


def _start_of_declaration(text: str, offset: int) -> int:
    """Return where the declaration at an offset begins: at a keyword at the very beginning of a line, whatever is open.

    What is before it does not matter, so that no mistake there does.
    """
    found = 0
    for match in beginning().finditer(text, 0, offset):
        found = match.start()
    return found


_ENDING_IN_A_DIGIT = frozenset({"INTEGER", "FLOAT", "FRACTION", "DURATION", "SIZE", "UNREADABLE"})


def _string(text: str, offset: int, quote: int) -> Span:
    rest = _REST_OF_STRING.match(text, offset)
    return Span(quote + 1, rest.end() if rest and text[rest.end() : rest.end() + 1] == '"' else offset)


def _word(text: str, offset: int) -> Span:
    before, after = _WORD_BEFORE.search(text, max(0, offset - 200), offset), _WORD_AFTER.match(text, offset)
    return Span(before.start() if before else offset, after.end() if after else offset)


def _place(tokens: Sequence[Token], word: Span, string: bool) -> Cursor:
    language = load()
    keywords = frozenset(language.keywords.values())
    trunk = _Trunk(tokens, keywords)
    for number in range(len(tokens)):
        trunk.add(number)
    laid_out, _ = lay_out([*trunk.kept, Token(END, word.start, word.start, None)], keywords)
    del laid_out[-1]
    begins = [level.begin for level in trunk.levels if level.kind == "LBRACE"]
    blocks = tuple(
        Block(tuple(laid_out[start : end - 1]), laid_out[end - 1].start)
        for start, end in zip([0, *begins], begins, strict=False)
    )
    entry = tuple(laid_out[begins[-1] if begins else 0 :])
    return Cursor(word, string, blocks, entry, _accepted(language, laid_out))


class _Level(NamedTuple):
    """An open bracket, and the number of the kept token at which what is now written within it begins."""

    kind: str
    begin: int


class _Trunk:
    """Keeps of the tokens before the cursor what leads to it: heads of open blocks, and the entry begun last."""

    def __init__(self, tokens: Sequence[Token], keywords: frozenset[str]) -> None:
        self.tokens = tokens
        self.keywords = keywords
        self.kept: list[Token] = []
        self.levels: list[_Level] = []

    def add(self, number: int) -> None:
        token = self.tokens[number]
        if token.kind == "_NEWLINE" and self._begins_entry(number + 1):
            while self.levels and self.levels[-1].kind != "LBRACE":
                self.levels.pop()
        innermost = self.levels[-1].kind if self.levels else None
        if token.kind == "_NEWLINE" or (token.kind == "COMMA" and innermost == "LBRACE"):
            if innermost in {None, "LBRACE"}:
                del self.kept[self.levels[-1].begin if self.levels else 0 :]
        elif token.kind in CLOSERS:
            self._close(token)
        else:
            self.kept.append(token)
            if token.kind in OPENERS:
                self.levels.append(_Level(token.kind, len(self.kept)))

    def _begins_entry(self, number: int) -> bool:
        """Return whether the first token of a line begins an entry, even where a parenthesis is open before it."""
        previous, first, second = (self._kind(place) for place in (number - 2, number, number + 1))
        if second in BINDERS:
            return previous not in {"COMMA", *OPENERS}
        return first in self.keywords and second not in {"COMMA", "_DOT", END, *CLOSERS}

    def _kind(self, number: int) -> str:
        return self.tokens[number].kind if 0 <= number < len(self.tokens) else END

    def _close(self, token: Token) -> None:
        """Close the bracket that a sign closes, and those left open within; a sign that closes nothing is left out."""
        opened = [level.kind for level in self.levels]
        partner = CLOSERS[token.kind]
        if partner not in opened:
            return
        while opened.pop() != partner:
            self.kept.append(token._replace(kind=OPENERS[self.levels.pop().kind]))
        self.levels.pop()
        self.kept.append(token)


def _accepted(language: Language, tokens: Sequence[Token]) -> frozenset[str]:
    """Return the kinds of tokens that may follow; none where the grammar has lost its way before."""
    stack = Stack(language.parser)
    try:
        for number, token in enumerate(tokens):
            stack.feed(token, number)
    except (UnexpectedToken, NestedTooDeepError):
        return frozenset()
    return stack.accepts()
