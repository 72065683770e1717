"""The language as data: how it is scanned, its keywords, Lark's parser of it, and a message for every way to fail.

`python -m mfc.syntax.build` makes grammar/parser.json from the grammar and the messages. Lark needs a tenth of a second
to build a parser from a grammar, and a few milliseconds to load one.
"""

from __future__ import annotations

import json
import re
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lark import Lark

FOLDER = Path(import_module("..grammar", __package__).__path__[0])
"""Where the grammar, its messages and what is made of them are."""

FILE = "parser.json"


class Message(NamedTuple):
    """What is said in a state where the parser cannot go on; `on` narrows it to the tokens met there."""

    on: tuple[str, ...]
    message: str
    label: str
    help: str | None


class Language:
    """The lexer and the parser of the language. `messages` holds what is said in each state of the parser."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.pattern = re.compile(data["pattern"])
        self.keywords: dict[str, str] = data["keywords"]
        self.messages = [[Message(tuple(on), *said) for on, *said in state] for state in data["messages"]]
        self._parser = data["parser"]

    @cached_property
    def parser(self) -> Lark:
        """Lark's parser. Only what parses imports Lark: scanning, and so formatting, does not."""
        from .concrete import restored

        return restored(self._parser)


@cache
def load() -> Language:
    """Return the language."""
    return Language(json.loads((FOLDER / FILE).read_bytes()))
