"""Specifications that include others: one program out of several files, each place in it saying which file it is in."""

from __future__ import annotations

from os.path import normpath
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from ..diagnostics.codes import DECLARED_TWICE, INCLUDE_CIRCLE, NO_INCLUDE, NOT_INCLUDABLE
from ..diagnostics.diagnostic import Diagnostic, Related
from ..files.read import MOST_BYTES, why_unread
from ..source import Sources, Span
from .keywords import keyword_of
from .parse import parse
from .tree import Bad, IncludeDeclaration, LetDeclaration, ModelDeclaration, PreprocessDeclaration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..source import Source
    from .parse import Parsed
    from .tree import Declaration, Program

    Reader = Callable[[str], Source]
    """Returns the file of a name, or says by an `OSError` or a `ValueError` why it cannot."""

Tree = TypeVar("Tree")

DEEPEST = 50
"""How far files may include each other: one that is included by the specification itself is one deep."""

INCLUDABLE = (LetDeclaration, ModelDeclaration, PreprocessDeclaration, IncludeDeclaration, Bad)


class Included(NamedTuple):
    """A program with all that it includes, the sources it comes from, and what was found in reading them.

    Offsets run on from source to source. An `Include` that could not be followed is left in the program.
    """

    program: Program
    sources: Sources
    diagnostics: tuple[Diagnostic, ...]


def include(source: Source, parsed: Parsed, read: Reader) -> Included:
    """Follow what a specification includes, and what that includes in turn."""
    assembly = _Assembly(read)
    declarations = tuple(assembly.take(source, parsed, None, {}))
    sources = Sources(assembly.sources, assembly.starts)
    return Included(parsed.program._replace(declarations=declarations), sources, tuple(assembly.diagnostics))


class _Assembly:
    """The sources so far, where each starts, and what was found in them."""

    def __init__(self, read: Reader) -> None:
        self.sources: list[Source] = []
        self.starts: list[int] = []
        self.diagnostics: list[Diagnostic] = []
        self._read = read
        self._taken: set[str] = set()

    def take(
        self, source: Source, parsed: Parsed, by: IncludeDeclaration | None, trail: dict[str, IncludeDeclaration | None]
    ) -> Iterator[Declaration]:
        """Yield the declarations of a source, those it includes in their places; the trail is how we came to it."""
        start = self.starts[-1] + len(self.sources[-1].text) + 1 if self.sources else 0
        self.sources.append(source)
        self.starts.append(start)
        self._taken.add(_identity(source.name))
        self.diagnostics += (shifted(one, start) for one in parsed.diagnostics)
        trail = {**trail, _identity(source.name): by}
        first: dict[str, IncludeDeclaration] = {}
        for declaration in shifted(parsed.program.declarations, start):
            if isinstance(declaration, IncludeDeclaration):
                yield from self._follow(declaration, beside(source, declaration), trail, first)
            elif by and not isinstance(declaration, INCLUDABLE):
                self.diagnostics.append(_not_includable(declaration, by))
            else:
                yield declaration

    def _count(self, source: Source) -> None:
        """Refuse a file with which the whole becomes too large."""
        if sum(len(one.text) for one in (*self.sources, source)) > MOST_BYTES:
            message = f"with it the specification has more than {MOST_BYTES // 2**20} MB"
            raise ValueError(message)

    def _follow(
        self,
        declared: IncludeDeclaration,
        name: str,
        trail: dict[str, IncludeDeclaration | None],
        first: dict[str, IncludeDeclaration],
    ) -> Iterator[Declaration]:
        """Yield what an included file declares, unless it is there already by way of another one."""
        identity = _identity(name)
        if identity in trail:
            self.diagnostics.append(_circle(declared, [*trail.values()][[*trail].index(identity) + 1 :]))
        elif first.setdefault(identity, declared) is not declared:
            self.diagnostics.append(_again(declared, first[identity]))
        elif len(trail) > DEEPEST:
            self.diagnostics.append(_too_deep(declared))
            yield declared
        elif identity not in self._taken:
            try:
                source = self._read(name)
                self._count(source)
            except (OSError, ValueError) as error:
                self.diagnostics.append(_unreadable(declared, error))
                yield declared
            else:
                yield from self.take(source, parse(source), declared, trail)


def shifted(node: Tree, by: int) -> Tree:
    """Return a tree, or anything else made of tuples, with all its places moved."""
    if isinstance(node, Span):
        return cast("Tree", Span(node.start + by, node.end + by))
    if not by or not isinstance(node, tuple):
        return node
    parts = [shifted(part, by) for part in node]
    return cast("Tree", type(node)(*parts) if hasattr(node, "_fields") else tuple(parts))


def beside(source: Source, declared: IncludeDeclaration) -> str:
    """Return the name of an included file, which is relative to the file that includes it."""
    return str(PurePath(source.name).parent / cast("str", declared.path.value))


def _identity(name: str) -> str:
    return normpath(name)


# Findings


def _not_includable(declaration: Declaration, by: IncludeDeclaration) -> Diagnostic:
    keyword = keyword_of(type(declaration))
    span = Span(declaration.span.start, declaration.span.start + len(keyword))
    message = f"an included file cannot declare `{keyword}`"
    help_ = f"move it to the specification that includes `{by.path.value}`"
    related = (Related(by.path.span, "included here"),)
    label = "only `let`, `model` and `preprocess` can be included"
    return Diagnostic(NOT_INCLUDABLE, span, message, label, help_, related=related)


def _circle(declared: IncludeDeclaration, way: list[IncludeDeclaration | None]) -> Diagnostic:
    message = f"`{declared.path.value}` includes itself" + (", through the files it includes" if way else "")
    related = tuple(Related(step.path.span, "this is part of the cycle") for step in way if step)
    return Diagnostic(INCLUDE_CIRCLE, declared.path.span, message, "remove this `include`", related=related)


def _again(declared: IncludeDeclaration, first: IncludeDeclaration) -> Diagnostic:
    related = (Related(first.path.span, "the first one is here"),)
    message = f"`{declared.path.value}` is included more than once"
    return Diagnostic(DECLARED_TWICE, declared.path.span, message, "remove one of the two", related=related)


def _too_deep(declared: IncludeDeclaration) -> Diagnostic:
    message = f"`{declared.path.value}` is nested more than {DEEPEST} includes deep"
    help_ = "include it from a file closer to the specification"
    return Diagnostic(NO_INCLUDE, declared.path.span, message, "not included", help_)


def _unreadable(declared: IncludeDeclaration, error: OSError | ValueError) -> Diagnostic:
    missing = isinstance(error, FileNotFoundError)
    message = f"cannot read `{declared.path.value}`: {why_unread(error)}"
    help_ = "paths are relative to the file that includes them" if missing else None
    return Diagnostic(NO_INCLUDE, declared.path.span, message, "not included", help_)
