"""An open specification: its text, tokens and meaning, each computed once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..check.incremental import Checker
from ..pipeline import Compilation, no_reader
from ..syntax import language
from ..syntax.incremental import Parser
from ..syntax.scan import scan
from ..syntax.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..diagnostics import Diagnostic
    from ..meaning.outline import Outline
    from ..source import Source, Span
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


class Edit(NamedTuple):
    """A change of a text: a stretch of it is replaced."""

    span: Span
    text: str


class Memory:
    """Results that are kept from one version of a text to the next."""

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
        self._part_of: Document | None = None  # a weak reference, so that it is not kept in memory

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
        return scan(self.text, language.load())

    @property
    def tokens(self) -> list[Token]:
        """The tokens, the last of which is the end of the text."""
        return self.scanned.tokens

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a part of the text that begins and ends between two tokens."""
        tokens = scan(self.text[start:end], language.load()).tokens[:-1]
        return [Token(one.kind, one.start + start, one.end + start, one.value) for one in tokens]

    @property
    def program(self) -> Program:
        """The tree, with what other files declare behind it."""
        return self.compilation.included.program

    @cached_property
    def diagnostics(self) -> list[Diagnostic]:
        """The findings in this text, including those caused by other files."""
        return [finding.diagnostic for finding in self.compilation.findings if finding.source is self.source]

    @cached_property
    def outline(self) -> Outline:
        """The meaning of the declarations. Most features need nothing else, so they do not wait for the check."""
        from ..meaning.outline import outlined

        return outlined(self.program)

    @cached_property
    def in_context(self) -> Outline:
        """What the declarations mean by the names of the whole."""
        from ..meaning.outline import outlined

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
