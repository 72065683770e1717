"""`mfc explain --parser-state`: the states of the parser in which a piece of a specification fails.

The messages of the parser are kept by these states, so this is for people who change grammar/messages.toml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.brackets import TooDeepError
from ..syntax.errors import LOOKAHEAD
from ..syntax.examples import ExampleError, failures, states, way_to
from ..syntax.language import load
from .console import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..syntax.language import Message


def described(fragment: str) -> Iterator[str]:
    """Yield, line by line, the states in which a piece of a specification fails, and their messages."""
    language = load()
    try:
        found = list(failures(language, fragment))
    except ExampleError as error:
        message = f"`{fragment}` has no syntax error; give a fragment that ends in the mistake, such as `let a 1`"
        raise CommandError(message) from error
    except TooDeepError as error:
        raise CommandError(str(error)) from error
    kinds = found[0][1].kinds[:LOOKAHEAD]
    yield f"fails at: {' '.join(kinds)}"
    reported = next((one for _, place in found if (one := _fitting(language.messages[place.state], kinds))), None)
    for symbol, place in found:
        yield ""
        yield f"state {place.state}, for instance after: {' '.join(way_to(language, place.state)) or 'the beginning'}"
        if symbol:
            yield f'  in messages.toml: after = "{symbol}"'
        yield f"  takes: {' '.join(kind for kind in states(language)[place.state] if kind.isupper())}"
        for said in language.messages[place.state]:
            yield f"  {'reports' if said is reported else 'has'}: {_on(said)}{said.message}"


def _fitting(messages: Sequence[Message], kinds: tuple[str, ...]) -> Message | None:
    """Return the first message for these tokens."""
    return next((message for message in messages if kinds[: len(message.on)] == message.on), None)


def _on(message: Message) -> str:
    return f"on {' '.join(message.on)}: " if message.on else ""
