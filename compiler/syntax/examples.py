"""Where a piece of a specification fails: what the messages of the parser are kept by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from ..source import Source
from .brackets import balance
from .errors import Reporter
from .layout import lay_out
from .recovery import RecoveringParser
from .scan import scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .language import Language


class Failure(NamedTuple):
    """Where an example fails: the number of the state, and the kinds of the tokens met there."""

    state: int
    kinds: tuple[str, ...]


class ExampleError(ValueError):
    """An example that does not fail, a message that cannot be placed, or a state without one."""


class _FailingParser(RecoveringParser):
    """A parser that stops at the first mistake."""

    failed_at = -1

    def _recover(self, number: int) -> NoReturn:
        self.failed_at = number
        raise ExampleError


def states(language: Language) -> Mapping[int, Mapping[str, Any]]:
    """Return what each state does for each symbol it takes: a pair, the second of which is a rule or the next state."""
    table: Mapping[int, Mapping[str, Any]] = language.parser.parse_interactive().parser_state.parse_conf.states
    return table


def failures(language: Language, text: str) -> Iterator[tuple[str, Failure]]:
    """Yield the places in which a piece of a specification fails, each with the symbol that led there.

    The first is where the parser meets the mistake; the others are those it reduces to before it reports the mistake,
    for the states further on know better what was expected.
    """
    keywords = frozenset(language.keywords.values())
    balanced, _ = balance(scan(text, language).tokens, keywords)
    tokens, _ = lay_out(balanced, keywords)
    parser = _FailingParser(language, tokens, Reporter(Source("example", text), language, tokens))
    try:
        parser.run()
    except ExampleError:
        pass
    else:
        message = f"the example does not fail: {text!r}"
        raise ExampleError(message)
    kinds = tuple(token.kind for token in tokens[parser.failed_at :])
    symbols = {target: symbol for _, symbol, target in shifts(language)}
    while True:
        yield symbols.get(parser.stack.state, ""), Failure(parser.stack.state, kinds)
        if not parser.stack.reduce():
            return


def failure(language: Language, text: str, after: str | None) -> Failure:
    """Return where a piece of a specification fails: after a symbol, or as far on as the parser gets."""
    found = list(failures(language, text))
    return next((place for symbol, place in found if symbol == after), found[-1][1])


def shifts(language: Language) -> Iterator[tuple[int, str, int]]:
    """Yield a state, a symbol, and the state to which that leads, for all there are."""
    for state, takes in sorted(states(language).items()):
        for symbol, (_, target) in takes.items():
            if isinstance(target, int):
                yield state, symbol, target


def way_to(language: Language, wanted: int) -> tuple[str, ...]:
    """Return the symbols that lead to a state by the shortest way."""
    following: dict[int, list[tuple[str, int]]] = {}
    for state, symbol, target in shifts(language):
        following.setdefault(state, []).append((symbol, target))
    ways: dict[int, tuple[str, ...]] = {0: ()}
    for state in (queue := [0]):
        for symbol, target in following.get(state, ()):
            if target not in ways:
                ways[target] = (*ways[state], symbol)
                queue.append(target)
    return ways[wanted]
