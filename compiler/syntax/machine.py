"""The machine that runs the parse table: shifts, reduces, and goes on after a mistake.

Lark's own machine runs the same table. This one is here because it recovers as yacc does, by popping to a state that
takes ERROR, and because no command has to import Lark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..source import Span
from . import tree
from .actions import ACTIONS
from .literals import KINDS
from .tables import END, ERROR, SPLICE, Rule, Tables
from .tokens import BINDERS, CLOSERS, OPENERS, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .errors import Reporter


_NO_OPERATORS = KINDS | {"NAME"}
"""What cannot follow a name within an expression: an operator is missing between the two."""


class Frame(NamedTuple):
    """A place on the stack: a state, and the value that led to it, with the numbers of its first and last token."""

    state: int
    value: Any
    first: int
    last: int
    depth: int


class Machine:
    """A parser of one sequence of tokens, which ends with END and whose brackets are balanced."""

    def __init__(self, tables: Tables, tokens: Sequence[Token], reporter: Reporter) -> None:
        self.tables = tables
        self.tokens = tokens
        self.reporter = reporter
        self.stack = [Frame(tables.start, None, 0, 0, 0)]

    def run(self) -> tree.Program:
        """Return the tree; what could not be parsed is `Bad` in it, and reported."""
        tables, tokens, stack = self.tables, self.tokens, self.stack
        number = 0
        while stack[-1].state != tables.end:
            action = tables.states[stack[-1].state].get(tokens[number].kind)
            if action is None:
                if self.reporter.has_said_enough:
                    return tree.Program(self._span(0, -1), (tree.Bad(self._span(0, -1), None),))
                number = self._recover(number)
            elif action >= 0:
                stack.append(Frame(action, tokens[number], number, number, 0))
                number += 1
            else:
                self.reduce(~action, tokens[number].kind)
                if stack[-1].depth > tree.DEEPEST:
                    self.reporter.too_deep(self._span(stack[-1].first, stack[-1].last))
                    number = self._resume(number, self._end_of_entry(number))
        program: tree.Program = stack[-1].value
        return program

    def reduce(self, number: int, following: str = "") -> None:
        """Replace the children of a rule, on top of the stack, by its value.

        `following` is the kind of the token that follows, if that has been looked at.
        """
        rule, stack, states, units = self.tables.rules[number], self.stack, self.tables.states, self.tables.units
        cut = len(stack) - rule.size
        frames = stack[cut:]
        del stack[cut:]
        gotos = states[stack[-1].state]
        state = gotos[rule.origin]
        # Most reductions keep the value as it is: an atom becomes a power becomes a factor. They are done at one go.
        while (unit := states[state].get(following)) in units:
            state = gotos[units[unit]]
        first, last = (frames[0].first, frames[-1].last) if frames else (0, 0)
        depth = max([0, *(frame.depth for frame in frames)]) + (rule.size > 1 and rule.action != SPLICE)
        stack.append(Frame(state, self._value(rule, frames), first, last, depth))

    def _value(self, rule: Rule, frames: Sequence[Frame]) -> Any:
        """Make the value of a rule; the lists of spliced rules, and nothing else, are lists."""
        if rule.action is None:
            return frames[rule.kept[0]].value
        children: list[Any] = []
        for place in rule.kept:
            value = frames[place].value
            if not isinstance(value, list):
                children.append(value)
            elif children:
                children += value
            else:
                children = value  # nobody else has this list: taking it keeps long lists linear
        if rule.action == SPLICE:
            return children
        return ACTIONS[rule.action](self._span(frames[0].first, frames[-1].last) if frames else Span(0, 0), *children)

    def _span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last].end)

    def _recover(self, number: int) -> int:
        """Report the token that cannot stand here, and return the number of the one to go on with.

        An entry that could end before the mistake is kept, and the rest of it skipped; otherwise it is `Bad`.
        """
        while not self.reporter.message(self.stack[-1].state, number):
            default = self.tables.defaults[self.stack[-1].state]
            if default is None:
                break
            self.reduce(default)
        meant = self.reporter.unexpected(self.stack, number)
        end = self._end_of_entry(number)
        takes = self.tables.states[self.stack[-1].state]
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
        """Return the brackets around the place where the machine stands, the outermost first."""
        values = (frame.value for frame in self.stack)
        return [value.kind for value in values if isinstance(value, Token) and value.kind in OPENERS]

    def _ends_entry(self, number: int, in_block: bool) -> bool:
        kind = self.tokens[number].kind
        if kind != "COMMA" or not in_block:
            return kind in {END, "_NEWLINE", "RBRACE"}
        # A comma may as well stand between arguments whose parentheses are missing.
        following, second = (self.tokens[min(number + ahead, len(self.tokens) - 1)].kind for ahead in (1, 2))
        if following == "NAME":
            return second in BINDERS or second in _NO_OPERATORS
        return following in {"COMMA", "RBRACE"} or following in self.tables.keywords.values()

    def _resume(self, number: int, end: int, meant: str | None = None) -> int:
        """Put a `Bad` in the place of what was begun and goes on to the end of the entry."""
        first = number
        while ERROR not in self.tables.states[self.stack[-1].state]:
            first = self.stack.pop().first
        bad = self._bad(first, end, meant)
        state = self.tables.states[self.stack[-1].state][ERROR]
        self.stack.append(Frame(state, bad, first, max(first, end - 1), 0))
        return end

    def _bad(self, first: int, end: int, meant: str | None) -> tree.Bad:
        words = self.tokens[first : min(end, first + 2)]
        keyword = meant
        if words and words[0].kind == self.tables.keywords.get(str(words[0].value)):
            keyword = str(words[0].value)
        rest = words[1:] if keyword else words
        name = str(rest[0].value) if rest and rest[0].kind == "NAME" else None
        span = self._span(first, end - 1) if end > first else Span(self.tokens[first].start, self.tokens[first].start)
        return tree.Bad(span, keyword, name)
