"""How many classes there are to tell apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.tree import DataDeclaration
from .arguments import bindings_in
from .read import values
from .samples import sample

if TYPE_CHECKING:
    from .outline import Outline


def class_count(outline: Outline) -> int | None:
    """Return the number of classes, if the specification says it."""
    data, source = outline.one(DataDeclaration), outline.source
    if data is None or source is None or source.block.path != "mock.classification":
        return None
    given = values(source.block, bindings_in(data.entries), outline.evaluator)
    count = sample(given.get("n_classes", 2))
    return count if isinstance(count, int) else None
