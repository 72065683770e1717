"""Error recovery as in yacc: pop the stack to a state that accepts ERROR, and continue after the entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lark import UnexpectedToken

from ..source import Span
from . import tree
from .concrete import Abstraction, NestedTooDeepError
from .literals import KINDS
from .stack import Stack
from .tokens import BINDERS, CLOSERS, END, ERROR, OPENERS, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .errors import Reporter
    from .language import Language


_NO_OPERATORS = KINDS | {"NAME"}
"""What cannot follow a name within an expression: an operator is missing between the two."""


class RecoveringParser:
    """A parser of one sequence of tokens, which ends with END and whose brackets are balanced."""

    def __init__(self, language: Language, tokens: Sequence[Token], reporter: Reporter) -> None:
        self.keywords = language.keywords
        self.tokens = tokens
        self.reporter = reporter
        self.stack = Stack(language.parser)

    def run(self) -> tree.Program:
        """Return the tree; what could not be parsed is `Bad` in it, and reported."""
        number, found = 0, None
        while found is None:
            try:
                found = self.stack.feed(self.tokens[number], number)
                number += 1
            except UnexpectedToken:
                if self.reporter.has_said_enough:
                    whole = self._span(0, len(self.tokens) - 1)
                    return tree.Program(whole, (tree.Bad(whole, None),))
                number = self._recover(number)
            except NestedTooDeepError:
                number = self._refuse(number)
        return Abstraction().transform(found)

    def _span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last].end)

    def _refuse(self, number: int) -> int:
        """Report that what ends before a token is nested too deep, and return the number of the token to go on with."""
        first = self.stack.removed
        self.reporter.too_deep(self._span(first, number - 1))
        return self._resume(first, self._end_of_entry(number))

    def _recover(self, number: int) -> int:
        """Report the token that cannot stand here, and return the number of the one to go on with.

        An entry that could end before the mistake is kept, and the rest of it skipped; otherwise it is `Bad`.
        """
        try:
            while not self.reporter.message(self.stack.state, number) and self.stack.reduce():
                pass
        except NestedTooDeepError:
            return self._refuse(number)
        meant = self.reporter.unexpected(self.stack, number)
        end = self._end_of_entry(number)
        takes = self.stack.takes
        in_brackets = self._opened()[-1:] not in ([], ["LBRACE"])  # their comma is not the one behind the entry
        if self.tokens[end].kind in takes and ERROR not in takes and not in_brackets:
            return end  # where an entry may begin, there is none to keep
        return self._resume(number, end, meant)

    def _end_of_entry(self, number: int) -> int:
        """Return the number of the token that ends the entry a token belongs to."""
        opened = self._opened()
        in_block = "LBRACE" in opened
        depth = opened[::-1].index("LBRACE") if in_block else len(opened)
        while (kind := self.tokens[number].kind) != END and (depth or not self._ends_entry(number, in_block)):
            depth += (kind in OPENERS) - (kind in CLOSERS)
            number += 1
        return number

    def _opened(self) -> list[str]:
        """Return the brackets around the place where the parser stands, the outermost first."""
        return [token.kind for token in self.stack.tokens() if token.kind in OPENERS][::-1]

    def _ends_entry(self, number: int, in_block: bool) -> bool:
        kind = self.tokens[number].kind
        if kind != "COMMA" or not in_block:
            return kind in {END, "_NEWLINE", "RBRACE"}
        # A comma may as well stand between arguments whose parentheses are missing.
        following, second = (self.tokens[min(number + ahead, len(self.tokens) - 1)].kind for ahead in (1, 2))
        if following == "NAME":
            return second in BINDERS or second in _NO_OPERATORS
        return following in {"COMMA", "RBRACE"} or following in self.keywords.values()

    def _resume(self, first: int, end: int, meant: str | None = None) -> int:
        """Put a `Bad` in the place of what was begun, from a token on, and go on at the end of the entry."""
        while ERROR not in self.stack.takes:
            first = self.stack.pop()
        self.stack.feed_bad(self._bad(first, end, meant), first)
        return end

    def _bad(self, first: int, end: int, meant: str | None) -> tree.Bad:
        words = self.tokens[first : min(end, first + 2)]
        keyword = meant
        if words and words[0].kind == self.keywords.get(str(words[0].value)):
            keyword = str(words[0].value)
        rest = words[1:] if keyword else words
        name = str(rest[0].value) if rest and rest[0].kind == "NAME" else None
        span = self._span(first, end - 1) if end > first else Span(self.tokens[first].start, self.tokens[first].start)
        return tree.Bad(span, keyword, name)
