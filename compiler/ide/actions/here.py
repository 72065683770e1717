"""The place that actions are asked for, and what is offered there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from ...source import Span
from ...syntax.tree import Binding, ModelDeclaration, PreprocessDeclaration, SpaceDeclaration
from ..document import Document, Edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...diagnostics import Diagnostic
    from ...meaning.outline import Entrant


class Action(NamedTuple):
    """A change that is offered: what it is called, what it edits, and the finding it mends, if it mends one.

    `preferred` says that it is the one to take where several mend the same.
    """

    title: str
    kind: Literal["quickfix", "refactor"]
    edits: tuple[Edit, ...]
    diagnostic: Diagnostic | None = None
    preferred: bool = False


class Here(NamedTuple):
    """A place in a text, and what is wrong there."""

    document: Document
    span: Span
    diagnostics: tuple[Diagnostic, ...]

    @property
    def entrant(self) -> Entrant | None:
        """The model that contains the start of the place."""
        return next((one for one in self.document.outline.entrants if self.begins_in(one.model.span)), None)

    @property
    def binding(self) -> Binding | None:
        """The binding, in the model or in one of its spaces, that contains the start of the place."""
        entrant = self.entrant
        spaces = entrant.parts(SpaceDeclaration) if entrant else ()
        among = [*(entrant.bindings if entrant else ()), *(one for space in spaces for one in space.entries)]
        return next((one for one in among if isinstance(one, Binding) and self.begins_in(one.span)), None)

    def begins_in(self, span: Span) -> bool:
        """Return whether the place begins in a stretch of the text."""
        return span.start <= self.span.start <= span.end


def here_at(document: Document, place: Span, diagnostics: Iterable[Diagnostic]) -> Here:
    """Return a place in a text with these findings, of which those count that touch it."""
    touched = (one for one in diagnostics if one.span.start <= place.end and place.start <= one.span.end)
    return Here(document, place, tuple(touched))


def indent_of(document: Document, offset: int) -> str:
    """Return the blanks that a line begins with."""
    line = document.source.line(document.source.position(offset).line)
    return line[: len(line) - len(line.lstrip())]


def added(document: Document, node: ModelDeclaration | PreprocessDeclaration, entry: str) -> Edit:
    """Return the edit that adds an entry to the end of a block, or makes a block of it."""
    span, text = node.span, document.text
    head = node.estimator.span.end if isinstance(node, ModelDeclaration) else span.start
    brace = text.find("{", head, span.end)
    if brace < 0:
        return Edit(Span(span.end, span.end), f" {{\n  {entry}\n}}")
    entries = node.entries if isinstance(node, ModelDeclaration) else node.routes
    last = entries[-1].span.end if entries else brace + 1
    line_end = text.find("\n", last, span.end)
    if line_end < 0:
        return Edit(Span(last, last), f", {entry}" if entries else f" {entry} ")
    end = line_end - text[last:line_end].endswith("\r")  # a comment stays with what it is behind
    indent = indent_of(document, entries[-1].span.start) if entries else f"{indent_of(document, span.start)}  "
    return Edit(Span(end, end), f"\n{indent}{entry}")
