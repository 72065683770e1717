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
    outline = document.outline
    assert outline.source  # noqa: S101 - whoever calls this has looked
    block = outline.source.block
    given = values(block, bindings_in(data.entries), outline.evaluator)
    usual = block.arguments["n_features"].default if "n_features" in block.arguments else None
    count = sample(given.get("n_features", _integer(usual)))
    numbers = [f"num_{number}" for number in range(min(count, MOST))] if isinstance(count, int) else []
    return [*numbers, *(["cat"] if given.get("n_categories", 1) != 1 else []), "target"]


def _integer(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


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
