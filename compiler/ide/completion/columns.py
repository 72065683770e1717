"""The columns of the data, as far as they can be known without reading more than a first line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.sources import DATA_SOURCES
from ...check.header import names_in, table_of
from ...meaning.arguments import bindings_in
from ...meaning.columns import mentions
from ...meaning.read import values
from ...meaning.samples import sample
from ...syntax.tree import DataDeclaration

if TYPE_CHECKING:
    from ..document import Document

MOST = 200


def columns(document: Document) -> list[str]:
    """Return the names of the columns: of the bundled data set, of the mock, of the file, or those that have a role."""
    document = document.whole
    outline = document.outline
    data = outline.one(DataDeclaration)
    if data is None:
        return []
    if outline.dataset:
        return [*outline.dataset.features, *outline.dataset.targets]
    if outline.source and outline.source.block.kind == "mock":
        return _mocked(document, data)
    return _header(document) or list(dict.fromkeys(mention.column for mention in mentions(data, outline)))


def _mocked(document: Document, data: DataDeclaration) -> list[str]:
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


def _header(document: Document) -> list[str]:
    table = table_of(document.outline)
    if table is None or not DATA_SOURCES[table.kind].header:
        return []
    line = document.surroundings.first_line(table.path)
    return list(names_in([line], table.options)) if line else []
