"""Parse again what has changed: a text is parsed declaration by declaration, and each is parsed once.

The result is the same as that of parsing the whole, which is done wherever a mistake might reach from one declaration
into another: where a bracket is not closed, or where there are more mistakes than are reported.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ..diagnostics.codes import TOO_DEEP
from ..source import Source, Span
from . import tree
from .include import shifted
from .keywords import DECLARATIONS
from .language import load
from .parse import Parsed, parse
from .scan import scan
from .size import oversize
from .tokens import CLOSERS, MOST_MISTAKES, OPENERS

if TYPE_CHECKING:
    from collections.abc import Iterator

NEIGHBOUR = "seed 0\n"
"""Stands before and behind a declaration that has others there, so that it is parsed as it is among them."""

MOST_KEPT = 2_000


@cache
def beginning() -> re.Pattern[str]:
    """Return the pattern of where a declaration begins for sure: a keyword at the very beginning of a line."""
    return re.compile(rf"^(?:{'|'.join(DECLARATIONS)})\b(?!\s*(?:=|~|->|in\b))", re.MULTILINE)


class Parser:
    """Parses texts of which most has been parsed before."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bool, bool], Parsed | None] = {}
        self._placed: dict[tuple[str, bool, bool, int], Parsed] = {}

    def parse(self, source: Source) -> Parsed:
        """Return what `parse` returns of a text."""
        if oversize(source):
            return parse(source)
        parts: list[Parsed] = []
        for part in _parts(source.text):
            placed = self._place(*part)
            if placed is None:
                return parse(source)
            parts.append(placed)
        diagnostics = [one for part in parts for one in part.diagnostics]
        if len(diagnostics) >= MOST_MISTAKES:
            return parse(source)
        declarations = tuple(one for part in parts for one in part.program.declarations)
        comments = tuple(one for part in parts for one in part.comments)
        return Parsed(tree.Program(Span(0, len(source.text)), declarations), tuple(diagnostics), comments)

    def _place(self, text: str, is_first: bool, is_last: bool, start: int) -> Parsed | None:
        """Return a part of a text in its place."""
        for kept in (self._kept, self._placed):
            if len(kept) > MOST_KEPT:
                kept.clear()
        key = text, is_first, is_last
        if (*key, start) not in self._placed:
            if key not in self._kept:
                self._kept[key] = _parse_part(*key)
            parsed = self._kept[key]
            if parsed is None:
                return None
            self._placed[*key, start] = shifted(parsed, start)
        return self._placed[*key, start]


def _parts(text: str) -> Iterator[tuple[str, bool, bool, int]]:
    """Yield the declarations of a text, each up to the next: the text, whether it is the first or last, its place."""
    starts = [0, *(match.start() for match in beginning().finditer(text) if match.start()), len(text)]
    for start, end in pairwise(starts):
        yield text[start:end], start == 0, end == len(text), start


def _parse_part(text: str, is_first: bool, is_last: bool) -> Parsed | None:
    """Return a part of a text by itself; None if it may have to do with what is around it."""
    if not _is_balanced(text):
        return None
    before, behind = "" if is_first else NEIGHBOUR, "" if is_last else NEIGHBOUR
    found = parse(Source("", f"{before}{text}{behind}"))
    if any(one.code is TOO_DEEP for one in found.diagnostics):
        return None
    declarations = found.program.declarations[bool(before) : -1 if behind else None]
    return shifted(found._replace(program=found.program._replace(declarations=declarations)), -len(before))


def _is_balanced(text: str) -> bool:
    """Return whether every bracket of a text is closed by its own sign, none of them within a string."""
    opened: list[str] = []
    for token in scan(text, load()).tokens:
        if token.kind in OPENERS:
            opened.append(token.kind)
        elif token.kind in CLOSERS and (not opened or opened.pop() != CLOSERS[token.kind]):
            return False
    return not opened
