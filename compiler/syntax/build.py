"""Make grammar/parser.json from the grammar and its messages: `python -m mfc.syntax.build`."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from lark import Lark

from .concrete import START, serialised
from .examples import ExampleError, failure, states, way_to
from .language import FILE, FOLDER, Language
from .stack import usual_rule

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_LINE = 1_000
"""What is longer in parser.json has an item in each line."""


def build(grammar: str, messages: str) -> str:
    """Return the text of parser.json."""
    lark = Lark(grammar, parser="lalr", lexer="basic", start=START, maybe_placeholders=False, propagate_positions=True)
    data = {**_words(lark), "messages": [], "parser": serialised(lark)}
    data["messages"] = _placed(_language(data), tomllib.loads(messages)["message"])
    _check_coverage(_language(data))
    return _written(data) + "\n"


def _language(data: dict[str, Any]) -> Language:
    """Return the language that will be read from the file."""
    return Language(json.loads(json.dumps(data)))


def _words(lark: Lark) -> dict[str, Any]:
    """Return what Lark's lexer would look for: one pattern, and the names that are keywords."""
    lexer: Any = lark.parser.lexer
    scanned = lexer.scanner.terminals
    return {
        "pattern": "|".join(f"(?P<{terminal.name}>{terminal.pattern.to_regexp()})" for terminal in scanned),
        "keywords": {
            terminal.pattern.value: terminal.name
            for terminal in sorted(lexer.terminals, key=lambda terminal: str(terminal.name))
            if terminal not in scanned
        },
    }


def _placed(language: Language, messages: Iterable[dict[str, Any]]) -> list[list[Any]]:
    """Return for each state what is said there: every message where its examples fail."""
    placed: list[list[Any]] = [[] for _ in states(language)]
    for said in messages:
        on = said.get("on", "").split()
        message = [on, said["message"], said["label"], said.get("help")]
        for example in said["examples"]:
            state, kinds = failure(language, example, said.get("after"))
            there = placed[state]
            if list(kinds[: len(on)]) != on:
                problem = f"{example!r} fails at {kinds[: len(on)]}, not at {on}"
                raise ExampleError(problem)
            if any(on == other and message != [on, *rest] for other, *rest in there):
                problem = f"{example!r} fails where another message is: {there}"
                raise ExampleError(problem)
            if message not in there:
                there.append(message)
    for there in placed:
        there.sort(key=lambda message: -len(message[0]))
    return placed


def _check_coverage(language: Language) -> None:
    """See that a failure in any state leads to a message that does not depend on the token met."""
    for state, takes in sorted(states(language).items()):
        is_end = not takes
        if is_end or usual_rule(takes) or any(not said.on for said in language.messages[state]):
            continue
        expected = ", ".join(symbol for symbol in takes if symbol.isupper())
        problem = f"no message for state {state}, after: {' '.join(way_to(language, state))}; it takes {expected}"
        raise ExampleError(problem)


def _written(data: Any) -> str:
    """Write JSON with an entry of a long list or table in a line, so that changes can be read."""
    brief = json.dumps(data, ensure_ascii=False)
    if len(brief) <= LONGEST_LINE or not isinstance(data, dict | list):
        return brief
    items = data.items() if isinstance(data, dict) else [(None, item) for item in data]
    lines = [(f"{json.dumps(name)}: " if name is not None else "") + _written(item) for name, item in items]
    opener, closer = "{}" if isinstance(data, dict) else "[]"
    return f"{opener}\n" + ",\n".join(lines) + f"\n{closer}"


def main() -> None:
    """Write parser.json."""
    grammar = (FOLDER / "tournament.lark").read_text(encoding="utf-8")
    messages = (FOLDER / "messages.toml").read_text(encoding="utf-8")
    (FOLDER / FILE).write_text(build(grammar, messages), encoding="utf-8")


if __name__ == "__main__":
    main()
