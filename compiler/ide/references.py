"""Where a name is declared and used: definition, references, highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .names import name_at, places

if TYPE_CHECKING:
    from ..source import Span
    from .document import Document
    from .names import Name


def definition(document: Document, offset: int) -> Span | None:
    """Return where the name at an offset is declared."""
    name = name_at(document, offset)
    return name.declaration.name.span if name else None


def references(document: Document, offset: int, with_declaration: bool = True) -> list[Span]:
    """Return where the name at an offset is used, and where it is declared."""
    name = name_at(document, offset)
    found = places(document, name) if name else []
    return [one.span for one in found if with_declaration or not one.is_declaration]


def highlights(document: Document, offset: int) -> list[Name]:
    """Return all places in the text of the name at an offset."""
    name = name_at(document, offset)
    return places(document, name) if name else []
