"""What is in the place that actions are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...source import Span
from ...syntax.tree import Binding, Model, Preprocess, Space
from ..edit import Edit

if TYPE_CHECKING:
    from ...check.outline import Entrant
    from ...diagnostics import Diagnostic
    from ..document import Document


class Here(NamedTuple):
    """A place in a text, and what is wrong there."""

    document: Document
    span: Span
    diagnostics: tuple[Diagnostic, ...]

    @property
    def entrant(self) -> Entrant | None:
        """The model that the place begins in."""
        return next((one for one in self.document.outline.entrants if self.begins_in(one.model.span)), None)

    @property
    def binding(self) -> Binding | None:
        """The binding of the model, be it in one of its spaces, that the place begins in."""
        entrant = self.entrant
        spaces = entrant.parts(Space) if entrant else ()
        among = [*(entrant.bindings if entrant else ()), *(one for space in spaces for one in space.entries)]
        return next((one for one in among if isinstance(one, Binding) and self.begins_in(one.span)), None)

    def begins_in(self, span: Span) -> bool:
        """Tell whether the place begins in a stretch of the text."""
        return span.start <= self.span.start <= span.end


def indent_of(document: Document, offset: int) -> str:
    """Return the blanks that a line begins with."""
    line = document.source.line(document.source.position(offset).line)
    return line[: len(line) - len(line.lstrip())]


def added(document: Document, node: Model | Preprocess, entry: str) -> Edit:
    """Return the edit that adds an entry to the end of a block, or makes a block of it."""
    span, text = node.span, document.text
    head = node.estimator.span.end if isinstance(node, Model) else span.start
    brace = text.find("{", head, span.end)
    if brace < 0:
        return Edit(Span(span.end, span.end), f" {{\n  {entry}\n}}")
    entries = node.entries if isinstance(node, Model) else node.routes
    last = entries[-1].span.end if entries else brace + 1
    line_end = text.find("\n", last, span.end)
    if line_end < 0:
        return Edit(Span(last, last), f", {entry}" if entries else f" {entry} ")
    end = line_end - text[last:line_end].endswith("\r")  # a comment stays with what it is behind
    indent = indent_of(document, entries[-1].span.start) if entries else f"{indent_of(document, span.start)}  "
    return Edit(Span(end, end), f"\n{indent}{entry}")
