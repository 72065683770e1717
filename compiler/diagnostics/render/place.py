"""The positions of findings for other programs: lines and columns from 1, paths with slashes."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ...source import Source, Span


class Region(NamedTuple):
    """A range in a file; columns count characters, and the end is excluded."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(source: Source, span: Span) -> Region:
    """Return the place of a span."""
    return Region(*source.position(span.start), *source.position(span.end))


def path(source: Source) -> str:
    """Return the path of a file as it was named, with slashes on every system."""
    return PurePath(source.name).as_posix()
