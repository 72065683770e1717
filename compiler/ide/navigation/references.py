"""Where a name is declared and used, in all the files that share it."""

from __future__ import annotations

from os.path import normpath
from pathlib import PurePath
from typing import TYPE_CHECKING

from ...source import Place, Span
from ...syntax.tree import IncludeDeclaration
from .names import name_at, places, shifted_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...source import Source
    from ..document import Document
    from ..workspace import View
    from .names import Name


def definition(views: Sequence[View], offset: int) -> list[Place]:
    """Return where the name at an offset is declared, or the file that is included there."""
    found = [
        view.document.compilation.sources.find(name.declaration.name.span)
        for view in views
        if (name := name_at(view.document, view.start + offset))
    ]
    return _distinct(found or [place for view in views if (place := included(view, offset))])


def references(views: Sequence[View], offset: int, with_declaration: bool = True) -> list[Place]:
    """Return where the name at an offset is used, and where it is declared, in whatever file."""
    return _distinct(
        view.document.compilation.sources.find(one.span)
        for view in views
        for one in _of_the_same_name(view, offset)
        if with_declaration or not one.is_declaration
    )


def highlights(view: View, offset: int) -> list[Name]:
    """Return all places in the text itself of the name at an offset."""
    source, _ = view.document.compilation.sources.find(Span(view.start, view.start))
    ours = range(view.start, view.start + len(source.text) + 1)
    found = _of_the_same_name(view, offset)
    return [shifted_name(one, -view.start) for one in found if one.span.start in ours]


def includes(document: Document) -> list[tuple[Span, Source]]:
    """Return the paths that a text includes, each with the file that is there."""
    files = {normpath(source.name): source for source in document.compilation.sources.all}
    folder = PurePath(document.source.name).parent
    return [
        (one.path.span, files[path])
        for one in document.compilation.parsed.program.declarations
        if isinstance(one, IncludeDeclaration) and (path := normpath(folder / str(one.path.value))) in files
    ]


def included(view: View, offset: int) -> Place | None:
    """Return the beginning of the file whose path stands at an offset, where the text includes it itself."""
    found = (source for span, source in includes(view.document) if span.start <= offset <= span.end)
    source = next(found, None) if not view.start else None
    return Place(source, Span(0, 0)) if source else None


def _of_the_same_name(view: View, offset: int) -> list[Name]:
    name = name_at(view.document, view.start + offset)
    return places(view.document, name) if name else []


def _distinct(found: Iterable[Place]) -> list[Place]:
    """Return each place once, though several specifications may share it."""
    return [*{(place.source.name, place.span): place for place in found}.values()]
