"""Where the cursor stands: in which blocks, behind what, and what the grammar takes there; on broken texts too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.codes import UNCLOSED_STRING
from ..source import Span
from ..syntax import tables
from ..syntax.layout import lay_out
from ..syntax.scan import scan
from ..syntax.tables import END, ERROR
from ..syntax.tokens import BINDERS, CLOSERS, OPENERS, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..syntax.tables import Tables
    from .document import Document

_WORD_BEFORE = re.compile(r"(?:[A-Za-z_]\w*\.)*(?:[A-Za-z_]\w*)?\Z")
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
    before = scan(document.text[:offset], tables.load())
    if before.comments and before.comments[-1].span.end == offset:
        return None
    unclosed = before.diagnostics[-1] if before.diagnostics else None
    string = (
        unclosed is not None
        and unclosed.code is UNCLOSED_STRING
        and "\n" not in document.text[unclosed.span.start : offset]
    )
    word = _string(document.text, offset, unclosed.span.start) if string and unclosed else _word(document.text, offset)
    tokens = [token for token in before.tokens if token.end <= word.start - string and token.kind != END]
    if not string and tokens and tokens[-1].end == word.start and tokens[-1].kind in _ENDING_IN_A_DIGIT:
        return None
    return _place(document.text, tokens, word, string)


_ENDING_IN_A_DIGIT = frozenset({"INTEGER", "FLOAT", "FRACTION", "DURATION", "SIZE", "UNREADABLE"})


def _string(text: str, offset: int, quote: int) -> Span:
    rest = _REST_OF_STRING.match(text, offset)
    return Span(quote + 1, rest.end() if rest and text[rest.end() : rest.end() + 1] == '"' else offset)


def _word(text: str, offset: int) -> Span:
    before, after = _WORD_BEFORE.search(text, max(0, offset - 200), offset), _WORD_AFTER.match(text, offset)
    return Span(before.start() if before else offset, after.end() if after else offset)


def _place(text: str, tokens: Sequence[Token], word: Span, string: bool) -> Cursor:
    table = tables.load()
    trunk = _Trunk(text, table)
    for number, token in enumerate(tokens):
        trunk.add(token, tokens[number + 1].kind if number + 1 < len(tokens) else END)
    laid_out, _ = lay_out([*trunk.kept, Token(END, word.start, word.start, None)], frozenset(table.keywords.values()))
    del laid_out[-1]
    begins = [level.begin for level in trunk.levels if level.kind == "LBRACE"]
    blocks = tuple(
        Block(tuple(laid_out[start : end - 1]), laid_out[end - 1].start)
        for start, end in zip([0, *begins], begins, strict=False)
    )
    entry = tuple(laid_out[begins[-1] if begins else 0 :])
    return Cursor(word, string, blocks, entry, _accepted(table, laid_out))


class _Level(NamedTuple):
    """An open bracket, and the number of the kept token at which what is now written within it begins."""

    kind: str
    begin: int


class _Trunk:
    """Keeps of the tokens before the cursor what leads to it: heads of open blocks, and the entry begun last."""

    def __init__(self, text: str, table: Tables) -> None:
        self.text = text
        self.beginners = table.states[table.start].keys() & set(table.keywords.values())
        self.kept: list[Token] = []
        self.levels: list[_Level] = []

    def add(self, token: Token, following: str) -> None:
        if self._begins_declaration(token, following):
            self.kept, self.levels = [], []
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

    def _begins_declaration(self, token: Token, following: str) -> bool:
        """Tell whether a token begins a declaration whatever is open: a keyword at the very beginning of a line."""
        at_margin = token.start == 0 or self.text[token.start - 1] == "\n"
        return at_margin and token.kind in self.beginners and following not in BINDERS

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


def _accepted(table: Tables, tokens: Sequence[Token]) -> frozenset[str]:
    """Return the kinds of tokens that may follow; none where the grammar has lost its way before."""
    stack = [table.start]
    if not all(_shift(table, stack, token.kind) for token in tokens):
        return frozenset()
    kinds = [kind for kind in table.states[stack[-1]] if kind.isupper() and kind != ERROR]
    return frozenset(kind for kind in kinds if _shift(table, [*stack], kind))


def _shift(table: Tables, stack: list[int], kind: str) -> bool:
    """Move the states on over a token; tell whether the grammar takes it."""
    while (action := table.states[stack[-1]].get(kind)) is not None:
        if action >= 0:
            stack.append(action)
            return True
        rule = table.rules[~action]
        del stack[len(stack) - rule.size :]
        stack.append(table.states[stack[-1]][rule.origin])
    return False
