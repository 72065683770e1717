"""Lark's InteractiveParser, with the steps that recovery needs besides those that it has.

It takes tokens, and tells which ones it would take. To go on after a mistake, values have to be taken from its stacks,
and rules have to be applied although the token that follows is wrong. Both are done here, on Lark's `parser_state`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from lark import Token as LarkToken
from lark.grammar import Rule

from .concrete import START
from .tokens import END, ERROR, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lark import Lark

    from .tree import Bad


def _given(kind: str, value: Token | Bad, start: int, end: int) -> LarkToken:
    """Return a token as Lark takes it, with ours as its value."""
    token = LarkToken(kind, "", start, end_pos=end)
    token.value = value
    return token


class Stack:
    """What has been parsed and what may follow. For each value on the stack it is known with which token it begins."""

    def __init__(self, parser: Lark) -> None:
        self._interactive: Any = parser.parse_interactive()
        self._state: Any = self._interactive.parser_state
        self._firsts: list[int] = []

    @property
    def state(self) -> int:
        """The number of the state the parser is in."""
        number: int = self._state.position
        return number

    @property
    def takes(self) -> Mapping[str, Any]:
        """The symbols for which there is something to do in this state."""
        choices: Mapping[str, Any] = self._interactive.choices()
        return choices

    @property
    def first(self) -> int:
        """The number of the token that the last value begins with, -1 where there is none."""
        return self._firsts[len(self._state.value_stack) - 1] if self._state.value_stack else -1

    @property
    def removed(self) -> int:
        """The number of the first token of what was last taken from the top of the stack."""
        return self._firsts[len(self._state.value_stack)]

    @property
    def takes_before(self) -> Mapping[str, Any]:
        """The symbols for which there was something to do before the last value."""
        takes: Mapping[str, Any] = self._state.parse_conf.states[self._state.state_stack[-2]]
        return takes

    def follows(self, takes: Mapping[str, Any], kind: str, following: str) -> bool:
        """Return whether a token may stand where these symbols do, and another one behind it."""
        target = takes[kind][1] if kind in takes else None
        return isinstance(target, int) and following in self._state.parse_conf.states[target]

    def accepts(self) -> frozenset[str]:
        """Return the kinds of tokens that the grammar takes next, of those that a text can have."""
        return frozenset(self._interactive.accepts() - {END, ERROR})

    def tokens(self) -> Iterator[Token]:
        """Yield the tokens on the stack that no rule has taken, the last one first."""
        for value in reversed(self._state.value_stack):
            if isinstance(value, LarkToken) and isinstance(value.value, Token):
                yield value.value

    def feed(self, token: Token, number: int) -> Any:
        """Take a token. What comes of the last one is the whole tree.

        Raises what Lark raises where it does not take the token, and `NestedTooDeepError`.
        """
        return self._feed(_given(token.kind, token, token.start, token.end), number)

    def feed_bad(self, bad: Bad, first: int) -> None:
        """Take what could not be parsed."""
        self._feed(_given(ERROR, bad, bad.span.start, bad.span.end), first)

    def _feed(self, token: LarkToken, number: int) -> Any:
        result = self._interactive.feed_token(token)
        del self._firsts[len(self._state.value_stack) - 1 :]
        self._firsts.append(number)
        return result

    def pop(self) -> int:
        """Take the last value back, and return the number of the token it begins with."""
        self._state.state_stack.pop()
        self._state.value_stack.pop()
        return self.removed

    def reduce(self) -> bool:
        """Reduce by the usual rule of this state, whatever follows; tell whether there is one."""
        rule = usual_rule(self.takes)
        if rule is None:
            return False
        values, states = self._state.value_stack, self._state.state_stack
        cut = len(values) - len(rule.expansion)
        children = values[cut:]
        del values[cut:], states[cut + 1 :]
        values.append(self._state.parse_conf.callbacks[rule](children))
        states.append(self.takes[rule.origin.name][1])
        return True


def usual_rule(takes: Mapping[str, Any]) -> Rule | None:
    """Return the rule that most tokens reduce by in a state, as Bison does, if any does.

    It is never the rule for the whole: a text that fails cannot be taken for one that has ended.
    """
    rules = (target for _, target in takes.values() if isinstance(target, Rule))
    counts = Counter(rule for rule in rules if rule.origin.name != START)
    return min(counts, key=lambda rule: (-counts[rule], _symbols(rule)), default=None)


def _symbols(rule: Rule) -> tuple[str, ...]:
    return rule.origin.name, *(symbol.name for symbol in rule.expansion)
