"""A specification as the features see it: its text, its tokens and what it means, each worked out once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..pipeline import Compilation
from ..source import Source
from ..syntax import tables
from ..syntax.scan import scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..check.outline import Outline
    from ..syntax.scan import Scanned
    from ..syntax.tokens import Token
    from ..syntax.tree import Program


def _nothing(_: str) -> None:
    return None


def _no_files(_: str) -> list[str]:
    return []


class Surroundings(NamedTuple):
    """The files about a specification, by paths relative to it: the first line of one, and the names in a folder.

    The names of folders end in `/`. Both answer for what cannot be read with nothing.
    """

    first_line: Callable[[str], str | None] = _nothing
    names_in: Callable[[str], list[str]] = _no_files


class Document:
    """One text in an editor; a change makes another document."""

    def __init__(self, name: str, text: str, surroundings: Surroundings | None = None) -> None:
        self.compilation = Compilation(Source(name, text))
        self.surroundings = surroundings or Surroundings()

    @property
    def source(self) -> Source:
        """The text, with its lines."""
        return self.compilation.source

    @property
    def text(self) -> str:
        """The text."""
        return self.compilation.source.text

    @cached_property
    def scanned(self) -> Scanned:
        """The tokens and comments."""
        return scan(self.text, tables.load())

    @property
    def tokens(self) -> list[Token]:
        """The tokens, the last of which is the end of the text."""
        return self.scanned.tokens

    @property
    def program(self) -> Program:
        """The tree."""
        return self.compilation.parsed.program

    @property
    def outline(self) -> Outline:
        """What the declarations mean."""
        return self.compilation.checked.outline
