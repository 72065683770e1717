"""The columns of the data, as far as they can be known without reading more than a first line."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from ..check.columns import mentions
from ..check.evaluate import sample
from ..check.outline import source_arguments, source_name
from ..check.signature import bindings_in, values
from ..syntax.tree import Data

if TYPE_CHECKING:
    from .document import Document

LOCAL = ("csv",)
MOST = 200


def columns(document: Document) -> list[str]:
    """Return the names of the columns: of the bundled data set, of the mock, of the file, or those that have a role."""
    document = document.whole
    outline = document.outline
    data = outline.one(Data)
    if data is None:
        return []
    if outline.dataset:
        return [*outline.dataset.features, *outline.dataset.targets]
    if outline.source and outline.source.block.kind == "mock":
        return _mocked(document, data)
    return _header(document, data) or list(dict.fromkeys(mention.column for mention in mentions(data, outline)))


def _mocked(document: Document, data: Data) -> list[str]:
    """Return the columns of a mock."""
    outline = document.outline
    assert outline.source  # noqa: S101 - whoever calls this has looked
    block = outline.source.block
    given = values(block, bindings_in(data.entries), outline.evaluator)

    def count(name: str) -> int:
        usual = block.arguments[name].default if name in block.arguments else None
        number = sample(given.get(name, int(usual) if usual and usual.isdecimal() else 0))
        return min(number, MOST) if isinstance(number, int) else 0

    targets = count("n_classes") if block.path == "mock.multilabel" else count("n_targets")
    return [
        *(f"num_{number}" for number in range(count("n_features"))),
        *(["cat"] if count("n_categories") > 1 else []),
        *([f"target_{number}" for number in range(targets)] if targets > 1 else ["target"]),
    ]


def _header(document: Document, data: Data) -> list[str]:
    if source_name(data) not in LOCAL or not source_arguments(data):
        return []
    path = sample(document.outline.evaluator.value(source_arguments(data)[0].value))
    if not isinstance(path, str) or "://" in path:
        return []
    line = document.surroundings.first_line(path)
    try:
        return next(csv.reader([line]), []) if line else []
    except csv.Error:
        return []
