"""What a threshold is picked by, as it is written: a score, or one score where another is at least something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.tree import Call, Path

if TYPE_CHECKING:
    from ..catalog.entry import Entry
    from ..syntax.tree import CallArgument, Expression
    from .outline import Outline


def threshold_of(written: Expression, outline: Outline) -> tuple[str, Entry | None, tuple[CallArgument, ...]]:
    """Return the name that is written, what the catalog says of it if it is called, and what it is given."""
    match written:
        case Path():
            return written.text, None, ()
        case Call():
            name = written.function.text
            return name, outline.catalog.entry("block", f"threshold.{name}"), written.arguments
    return "", None, ()
