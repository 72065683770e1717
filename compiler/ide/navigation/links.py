"""What a text leads to: the files it includes, and its data."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from ...meaning.outline import file_of
from ...syntax.tree import Constant, DataDeclaration, IncludeDeclaration

if TYPE_CHECKING:
    from ...source import Span
    from ..document import Document


class Link(NamedTuple):
    """A stretch of the text that leads to a file or an address."""

    span: Span
    target: str


def links(document: Document) -> list[Link]:
    """Return the links of a text, the quotes left out."""
    return [Link(_within(node), _target(document, str(node.value))) for node in _paths(document) if node.value]


def _paths(document: Document) -> list[Constant]:
    found: list[Constant] = []
    for one in document.compilation.parsed.program.declarations:
        if isinstance(one, IncludeDeclaration):
            found.append(one.path)
        elif isinstance(one, DataDeclaration):
            value = file_of(one)
            found += [value] if isinstance(value, Constant) and value.kind == "string" else []
    return found


def _within(node: Constant) -> Span:
    return node.span._replace(start=node.span.start + 1, end=max(node.span.start + 1, node.span.end - 1))


def _target(document: Document, path: str) -> str:
    return path if "://" in path else str(PurePath(document.source.name).parent / path)
