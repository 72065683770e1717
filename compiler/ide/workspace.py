"""All specifications in an editor's workspace: open ones, those on disk, and which includes which."""

from __future__ import annotations

from os.path import normpath
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ..source import Source
from ..syntax.tree import IncludeDeclaration, TournamentDeclaration
from .document import Document, Memory, Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..diagnostics import Diagnostic


INCLUDE = "include"
"""A text without this word includes nothing, which is faster to check than to parse."""


class Disk(Protocol):
    """What lies in files."""

    def read(self, name: str) -> Source:
        """Return a file, or say by an `OSError` or a `ValueError` why not."""

    def specs(self) -> list[str]:
        """Return the names of all specifications there are."""

    def around(self, name: str) -> tuple[Callable[[str], str | None], Callable[[str], list[str]]]:
        """Return what reads first lines and folders by paths relative to a file."""

    def gives(self, name: str, code: str) -> bool:
        """Return whether the project of a file wants the findings of a code."""


class View(NamedTuple):
    """A text as a part of a specification: that itself, or one that includes it, in which it begins at `start`."""

    document: Document
    start: int = 0


class Checked(NamedTuple):
    """A text, and what is wrong with it by itself or with those that include it."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]


class Workspace:
    """Open texts by the names of their files, and behind them the disk."""

    def __init__(self, disk: Disk) -> None:
        self.texts: dict[str, str] = {}
        self._disk = disk
        self._documents: dict[str, Document] = {}
        self._memory = Memory()

    def put(self, name: str, text: str) -> None:
        """Take the text of a file from the editor from now on."""
        self.texts[normpath(name)] = text
        self._forget(normpath(name))

    def close(self, name: str) -> None:
        """Take the text of a file from the disk again."""
        self.texts.pop(normpath(name), None)
        self._forget(normpath(name))

    def refresh(self) -> None:
        """Take note that files have changed on the disk."""
        self._documents.clear()

    def _forget(self, name: str) -> None:
        """Discard the results that depend on a file, or on its absence."""
        for known, document in [*self._documents.items()]:
            included = INCLUDE in document.text and (name in _names(document) or _lacks_files(document))
            if known == name or included:
                del self._documents[known]

    def document(self, name: str) -> Document:
        """Return the document of a file, or say by an `OSError` or a `ValueError` why there is none."""
        path = normpath(name)
        if path not in self._documents:
            around = Surroundings(self.read, *self._disk.around(path))
            self._documents[path] = Document(self.read(path), around, self._memory)
        return self._documents[path]

    def read(self, name: str) -> Source:
        """Return a file as it is open, or else as it is on the disk."""
        path = normpath(name)
        return Source(path, self.texts[path]) if path in self.texts else self._disk.read(path)

    def views(self, name: str) -> list[View]:
        """Return the whole specifications that a text is a part of; if there are none, it is one by itself."""
        path = normpath(name)
        including = [View(one, _start(one, path)) for one in self._including(path) if self._is_root(one)]
        alone = View(self.document(path))
        return [alone, *including] if not including or _is_whole(alone.document) else including

    def documents(self) -> Iterator[Document]:
        """Yield all specifications that can be read."""
        for name in dict.fromkeys([*self.texts, *map(normpath, self._disk.specs())]):
            try:
                yield self.document(name)
            except (OSError, ValueError):
                continue

    def _including(self, path: str) -> list[Document]:
        """Return the other specifications that include a file, by way of others or not, and not the other way round."""
        theirs = _names(self.document(path))
        others = [one for one in self.documents() if one.source.name not in theirs and INCLUDE in one.text]
        return [one for one in others if path in _names(one)]

    def _is_root(self, document: Document) -> bool:
        return _is_whole(document) or not self._including(document.source.name)

    def findings_in(self, name: str) -> tuple[Diagnostic, ...]:
        """Return what is wrong in one file."""
        found = self.findings().get(normpath(name))
        return found.diagnostics if found else ()

    def findings(self) -> dict[str, Checked]:
        """Return what is wrong, by file: in the open texts, in those that include them, and in what these include."""
        found: dict[str, dict[Diagnostic, None]] = {}
        sources: dict[str, Source] = {}
        roots = {view.document.source.name: view.document for name in self.texts for view in self.views(name)}
        for root in roots.values():
            for source in root.compilation.sources.all:
                sources[normpath(source.name)] = source
                found.setdefault(normpath(source.name), {})
            for finding in root.compilation.findings:
                if self._disk.gives(finding.source.name, finding.diagnostic.code.id):
                    found[normpath(finding.source.name)][finding.diagnostic] = None
        return {name: Checked(sources[name], tuple(diagnostics)) for name, diagnostics in found.items()}


def _names(document: Document) -> set[str]:
    return {normpath(source.name) for source in document.compilation.sources.all}


def _start(document: Document, path: str) -> int:
    """Return where a file begins among the sources of a specification that includes it."""
    sources = document.compilation.sources
    return next(
        start for source, start in zip(sources.all, sources.starts, strict=True) if normpath(source.name) == path
    )


def _lacks_files(document: Document) -> bool:
    """Return whether a specification includes files that could not be read."""
    return any(isinstance(one, IncludeDeclaration) for one in document.program.declarations)


def _is_whole(document: Document) -> bool:
    """Return whether a specification has a tournament of its own."""
    return any(isinstance(one, TournamentDeclaration) for one in document.compilation.parsed.program.declarations)
