"""A specification as the features see it: its text, its tokens and what it means, each worked out once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..check.incremental import Checker
from ..pipeline import Compilation, no_reader
from ..syntax import tables
from ..syntax.incremental import Parser
from ..syntax.scan import scan
from ..syntax.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..check.outline import Outline
    from ..diagnostics import Diagnostic
    from ..source import Source
    from ..syntax.include import Reader
    from ..syntax.scan import Scanned
    from ..syntax.tree import Program


def _nothing(_: str) -> None:
    return None


def _no_files(_: str) -> list[str]:
    return []


class Surroundings(NamedTuple):
    """The files about a specification.

    `read` returns one that is included; `first_line` and `names_in` take paths relative to the specification, and
    answer with nothing for what cannot be read. The names of folders end in `/`.
    """

    read: Reader = no_reader
    first_line: Callable[[str], str | None] = _nothing
    names_in: Callable[[str], list[str]] = _no_files


class Memory:
    """What is kept from one text to the next, most of which is the same."""

    def __init__(self) -> None:
        self.parser = Parser()
        self.checker = Checker()


class Document:
    """One text in an editor; a change makes another document.

    `whole` is the specification that the text is a part of, if not one by itself: there are the names and the task.
    `part_of` says which.
    """

    def __init__(self, source: Source, surroundings: Surroundings | None = None, memory: Memory | None = None) -> None:
        self.surroundings = surroundings or Surroundings()
        parse, check = (memory.parser.parse, memory.checker.check) if memory else (None, None)
        self.compilation = Compilation(source, self.surroundings.read, parse=parse, check=check)
        self._part_of: Document | None = None  # and not itself, which would keep it in memory

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

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a part of the text that begins and ends between two tokens."""
        tokens = scan(self.text[start:end], tables.load()).tokens[:-1]
        return [Token(one.kind, one.start + start, one.end + start, one.value) for one in tokens]

    @property
    def program(self) -> Program:
        """The tree, with what other files declare behind it."""
        return self.compilation.included.program

    @cached_property
    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong with this text, be it for what another file says."""
        return [finding.diagnostic for finding in self.compilation.findings if finding.source is self.source]

    @cached_property
    def outline(self) -> Outline:
        """What the declarations mean. Most answers need no more, so that they come before all is checked."""
        from ..check.check import outlined

        return outlined(self.program)

    @cached_property
    def in_context(self) -> Outline:
        """What the declarations mean by the names of the whole."""
        from ..check.check import outlined

        return self.outline if self.whole is self else outlined(self.program, self.whole.outline.scope)

    @property
    def whole(self) -> Document:
        """The specification that the text is a part of."""
        return self._part_of or self

    def part_of(self, whole: Document) -> None:
        """Take the names and the task from a specification from now on."""
        if whole is not self.whole:
            self._part_of = None if whole is self else whole
            vars(self).pop("in_context", None)
