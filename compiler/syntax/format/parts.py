"""A text as the formatter sees it: items in brackets, each with the comments that belong to it.

The tree has lost what a formatter must keep, such as the spelling of numbers and needless parentheses; so it works on
tokens. All it has to know of the language is that brackets hold items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ...source import Span
from ..language import load
from ..layout import lay_out
from ..scan import scan
from ..tokens import CLOSERS, END, OPENERS, Comment, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENDS_AN_ITEM = frozenset({"COMMA", "_NEWLINE", END, *CLOSERS})


class Word(NamedTuple):
    """A token as it is spelled."""

    kind: str
    text: str


class Remark(NamedTuple):
    """A comment, and whether a blank line before it counts, as those in parentheses do not."""

    text: str
    after_blank: bool


class Group(NamedTuple):
    """Brackets and what they hold.

    `beside` is a comment behind the opening bracket, `below` are those before the closing one. A block is tall if its
    entries stand on several lines; what is in other brackets is laid out by its length alone.
    """

    opener: str
    items: tuple[Item, ...]
    beside: str | None = None
    below: tuple[Remark, ...] = ()
    is_call: bool = False
    has_comma: bool = False
    is_tall: bool = False


Atom: TypeAlias = Word | Group | Remark


class Item(NamedTuple):
    """A declaration, an entry of a block, or what stands between two commas; with the comments above and beside it."""

    span: Span
    above: tuple[Remark, ...]
    after_blank: bool
    atoms: tuple[Atom, ...]
    beside: str | None

    @property
    def begins_paragraph(self) -> bool:
        """Whether a blank line parts it, or a comment above it, from what is before."""
        return self.after_blank or any(remark.after_blank for remark in self.above)


class _Lexeme(NamedTuple):
    """A token or a comment, and how many line ends stand before it."""

    what: Token | Comment
    newlines: int

    @property
    def kind(self) -> str:
        return self.what.kind if isinstance(self.what, Token) else "COMMENT"


def take_apart(text: str) -> Group:
    """Return the declarations of a text without syntax errors, as a group without brackets."""
    return _Reader(text).group("")


def _lexemes(text: str) -> list[_Lexeme]:
    language = load()
    scanned = scan(text, language)
    tokens, _ = lay_out(scanned.tokens, frozenset(language.keywords.values()))
    placed: list[Token | Comment] = sorted([*tokens, *scanned.comments], key=lambda what: what.span)
    lexemes = []
    end = 0
    for what in placed:
        lexemes.append(_Lexeme(what, text.count("\n", end, what.span.start)))
        if lexemes[-1].kind != "_NEWLINE":  # those that separate nothing are not there either
            end = what.span.end
    return lexemes


class _Reader:
    """Reads the lexemes of a text, one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lexemes = _lexemes(text)
        self.number = 0
        self.in_block: list[bool] = []

    @property
    def next(self) -> _Lexeme:
        """What is to be read."""
        return self.lexemes[self.number]

    def group(self, opener: str, is_call: bool = False) -> Group:
        """Read what stands behind an opening bracket, up to the closing one."""
        self.in_block.append(opener in {"", "{"})
        items: list[Item] = []
        beside = self._comment_on_this_line() if opener else None
        late: list[Remark] = []
        has_comma = is_tall = False
        while True:
            above = (*late, *self._comments())
            is_tall |= self.next.newlines > 0
            if self.next.kind in CLOSERS or self.next.kind == END:
                self.in_block.pop()
                return Group(opener, tuple(items), beside, above, is_call, has_comma, is_tall)
            item = self._item(above, is_declaration=not opener)
            late = self._comments()
            has_comma |= self.next.kind == "COMMA"
            if self.next.kind in {"COMMA", "_NEWLINE"}:
                self.number += 1
            if not item.beside and not late:
                item = item._replace(beside=self._comment_on_this_line())
            items.append(item)

    def _item(self, above: Sequence[Remark], is_declaration: bool) -> Item:
        start, after_blank = self.next.what.span.start, self._is_blank(self.next.newlines)
        atoms: list[Atom] = []
        end, kind = start, ""
        while not self._is_at_end_of_item(is_declaration):
            token, newlines = self.next
            self.number += 1
            end = token.span.end
            if isinstance(token, Comment):
                atoms.append(self._remark(token, newlines))
                continue
            text = self.text[token.start : token.end]
            if token.kind in OPENERS:
                atoms.append(self.group(text, is_call=kind == "NAME" and token.kind == "LPAR"))
                end = self.next.what.span.end
                self.number += 1
            else:
                atoms.append(Word(token.kind, text))
            kind = token.kind
        return Item(Span(start, end), tuple(above), after_blank, tuple(atoms), self._comment_on_this_line())

    def _is_at_end_of_item(self, is_declaration: bool) -> bool:
        """Return whether only comments are left of an item; the commas of a declaration are its own."""
        number = self.number
        while self.lexemes[number].kind == "COMMENT":
            number += 1
        kind = self.lexemes[number].kind
        return kind in _ENDS_AN_ITEM and not (is_declaration and kind == "COMMA")

    def _comment_on_this_line(self) -> str | None:
        what, newlines = self.next
        if newlines or not isinstance(what, Comment):
            return None
        self.number += 1
        return self._remark(what, newlines).text

    def _comments(self) -> list[Remark]:
        remarks = []
        while isinstance(comment := self.next.what, Comment):
            remarks.append(self._remark(comment, self.next.newlines))
            self.number += 1
        return remarks

    def _remark(self, comment: Comment, newlines: int) -> Remark:
        return Remark(self.text[comment.span.start : comment.span.end].rstrip(), self._is_blank(newlines))

    def _is_blank(self, newlines: int) -> bool:
        return newlines > 1 and self.in_block[-1]
