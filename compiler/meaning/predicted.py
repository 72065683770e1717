"""Which columns are to be predicted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.tree import DataDeclaration
from .arguments import bindings_in
from .columns import mentions
from .read import values

if TYPE_CHECKING:
    from .outline import Outline

COUNTS = {"mock.regression": "n_targets", "mock.multilabel": "n_classes"}
"""The argument of a mock that says how many targets it has, where there may be several."""

MOST = 1000
"""More targets than these are not listed in a flow."""


def target_names(outline: Outline) -> tuple[str, ...] | None:
    """Return the names of the targets: as declared, else as the data have them; None where that is not known."""
    data, source = outline.one(DataDeclaration), outline.source
    if data is None or source is None:
        return None
    if source.block.kind == "mock":
        return _mocked(data, outline)
    declared = tuple(one.column for one in mentions(data, outline) if one.role == "target")
    return declared or (outline.dataset.targets if outline.dataset else None)


def _mocked(data: DataDeclaration, outline: Outline) -> tuple[str, ...] | None:
    """Return the targets of a mock: one is called `target`, several are numbered."""
    assert outline.source  # noqa: S101 - a mock
    entry = outline.source.block
    counted = COUNTS.get(entry.path)
    if counted is None:
        return ("target",)
    count = values(entry, bindings_in(data.entries), outline.evaluator).get(counted)
    if count is None:
        count = int(entry.arguments[counted].default or 1)
    if not isinstance(count, int) or not 0 < count <= MOST:
        return None
    return ("target",) if count == 1 else tuple(f"target_{i}" for i in range(count))
