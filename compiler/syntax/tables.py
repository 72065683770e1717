"""What Lark made of the grammar: the lexer's pattern, the parse table, and a message for every state that can fail.

Lark builds the tables (`python -m mfc.syntax.build`) and they are committed as data: importing Lark itself would take a
third of the time in which a whole specification is to be checked.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

END = "$END"
ERROR = "ERROR"
SPLICE = "_"

FOLDER = Path(import_module("..grammar", __package__).__path__[0])
"""Where the grammar, its messages and the tables are."""


class Rule(NamedTuple):
    """A rule of the grammar, as reducing by it needs to know it.

    `action` names what is made of the children, None passes the only child on, and SPLICE leaves a list to be spliced
    into the rule above. `kept` are the symbols that are children; the others are punctuation.
    """

    origin: str
    action: str | None
    size: int
    kept: tuple[int, ...]


class Message(NamedTuple):
    """What is said in a state where the parser cannot go on; `on` narrows it to the tokens met there."""

    on: tuple[str, ...]
    message: str
    label: str
    help: str | None


class Tables(NamedTuple):
    """The lexer and the parser of the language, as data.

    A state maps the symbols it takes to what happens: the number of the next state, or the complement (`~`) of the
    number of the rule to reduce by. `defaults` holds the rule to reduce by, if any, before a state without messages
    reports an error: the states further on know better what was expected. `units` leads from the reductions that change
    nothing but the symbol to that symbol.
    """

    pattern: re.Pattern[str]
    keywords: dict[str, str]
    rules: list[Rule]
    states: list[dict[str, int]]
    defaults: list[int | None]
    units: dict[int | None, str]
    messages: list[list[Message]]
    start: int
    end: int


def decoded(data: dict[str, Any]) -> Tables:
    """Return the tables a JSON object describes."""
    rules = [Rule(origin, action, size, tuple(kept)) for origin, action, size, kept in data["rules"]]
    return Tables(
        pattern=re.compile(data["pattern"]),
        keywords=data["keywords"],
        rules=rules,
        states=data["states"],
        defaults=data["defaults"],
        units={~n: rule.origin for n, rule in enumerate(rules) if rule.action is None and rule.size == 1},
        messages=[[Message(tuple(on), *said) for on, *said in state] for state in data["messages"]],
        start=data["start"],
        end=data["end"],
    )


@cache
def load() -> Tables:
    """Return the tables of the language."""
    return decoded(json.loads((FOLDER / "tables.json").read_bytes()))
