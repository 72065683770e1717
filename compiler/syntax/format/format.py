"""Lay a specification out in the canonical style, whole or in part; what it says stays the same."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from ...source import Span
from ..parse import parse
from .lines import stack
from .parts import take_apart

if TYPE_CHECKING:
    from ...diagnostics import Diagnostic
    from ...source import Source

WIDTH = 100


class UnformattableError(ValueError):
    """A text that cannot be parsed; it carries what is wrong with it."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("what does not parse cannot be formatted")
        self.diagnostics = diagnostics


class Edit(NamedTuple):
    """What takes the place of a part of a text."""

    span: Span
    replacement: str


def formatted(source: Source) -> str:
    """Return a specification in the canonical style, its lines ending in LF; raise `UnformattableError`."""
    return "".join(f"{line}\n" for line in chain.from_iterable(_chunks(source)))


def format_lines(source: Source, first: int, last: int) -> Edit | None:
    """Return the edit that formats the declarations which lines touch, from `first` to `last`, counted from 1.

    Comments above a declaration are part of it. They end up as `formatted` would leave them; nothing else is changed.
    Raise `UnformattableError`.
    """
    chunks = _chunks(source)
    ends = [source.position(item.span.end).line for item in take_apart(source.text).items]
    ends.append(source.line_count)
    begins = [1, *(end + 1 for end in ends[:-1])]
    touched = [i for i, (begin, end) in enumerate(zip(begins, ends, strict=True)) if begin <= last and first <= end]
    if not touched:
        return None
    span = Span(source.offset(begins[touched[0]]), source.offset(ends[touched[-1]] + 1))
    lines = chain.from_iterable(chunks[touched[0] : touched[-1] + 1])
    edit = Edit(span, "".join(f"{line}\n" for line in lines))
    return None if source.text[span.start : span.end] == edit.replacement else edit


def _chunks(source: Source) -> list[list[str]]:
    """Return the lines of each declaration, and of the comments at the end."""
    diagnostics = parse(source).diagnostics
    if diagnostics:
        raise UnformattableError(diagnostics)
    return stack(take_apart(source.text), WIDTH)
