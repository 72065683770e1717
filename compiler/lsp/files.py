"""Files, for the workspace: what is in them, and which there are."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

from pygls.uris import from_fs_path, to_fs_path

from ..files.read import read_file
from ..settings import settings_for
from ..source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_LINE = 1_000_000
MOST_NAMES = 1_000
MOST_FOLDERS = 2_000
AUTHORITY = ":/=/"
"""Stands for `://` in the names of texts that are not files: a normalised path has no two slashes on end."""

REPLACEMENT = "%EF%BF%BD"

PASSED_OVER = frozenset({"node_modules", "__pycache__", "site-packages", "build", "dist"})


class Files:
    """The files in some folders."""

    def __init__(self) -> None:
        self._folders: dict[str, bool] = {}
        self._specs: list[str] | None = None

    def add(self, folder: str, whole: bool = True) -> None:
        """Look for specifications in a folder too, and in those within it if it is to be searched as a whole."""
        self._folders[folder] = whole or self._folders.get(folder, False)
        self._specs = None

    def read(self, name: str) -> Source:
        """Return a file; raise an `OSError` or a `ValueError` if it cannot be read."""
        if not is_file(name):
            message = "it is neither open nor a file"
            raise ValueError(message)
        return Source(name, read_file(name))

    def specs(self) -> list[str]:
        """Return the paths of all specifications in the folders, as they were when last looked for."""
        if self._specs is None:
            self._specs = [path for folder, whole in self._folders.items() for path in _specs_in(folder, whole)]
        return self._specs

    def refresh(self) -> None:
        """Look again when next asked."""
        self._specs = None
        settings_for.cache_clear()

    def gives(self, name: str, code: str) -> bool:
        """Return whether the project of a file wants the findings of a code; all, if its settings cannot be read."""
        try:
            return settings_for(Path(name).resolve().parent).gives(code)
        except (OSError, ValueError):
            return True

    def around(self, name: str) -> tuple[Callable[[str], str | None], Callable[[str], list[str]]]:
        """Return what reads first lines and folders by paths relative to a file."""
        folder = Path(name).parent
        return partial(_first_line, folder), partial(_names_in, folder)


def _specs_in(folder: str, whole: bool) -> Iterable[str]:
    for number, (path, folders, files) in enumerate(os.walk(folder)):
        if number >= (MOST_FOLDERS if whole else 1):
            break
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in PASSED_OVER)
        yield from (normpath(Path(path, name)) for name in sorted(files) if name.endswith(".mf"))


def _first_line(folder: Path, name: str) -> str | None:
    """Return the first line of a text file, unless it is too long to be a line."""
    with suppress(OSError, ValueError):
        path = folder / name
        if path.is_file():  # reading a pipe would never end
            with path.open(encoding="utf-8-sig") as file:
                return file.readline(LONGEST_LINE).rstrip("\r\n")
    return None


def _names_in(base: Path, folder: str) -> list[str]:
    """Return the names in a folder, those of folders with a slash; hidden ones are left out."""
    found = []
    with suppress(OSError, ValueError):
        for path in (base / folder).iterdir():
            if not path.name.startswith("."):
                found.append(f"{path.name}/" if path.is_dir() else path.name)
            if len(found) >= MOST_NAMES:
                break
    return sorted(found)


def path_of(uri: str) -> str:
    """Return the path of a file; what is not a file, such as a text never saved, goes by a name of the same form.

    Such a name begins with the scheme, and does not change if it is normalised; nothing is read or looked for by it.
    """
    with suppress(ValueError):
        path = to_fs_path(uri)
        if path and _can_be_a_name(path, uri):
            return normpath(path)
    return normpath(uri.replace("://", AUTHORITY, 1))


def _can_be_a_name(path: str, uri: str) -> bool:
    """Return whether a path is what its URI means, and the system can be asked for it."""
    is_decoded = "\ufffd" not in path or REPLACEMENT in uri.upper() or "\ufffd" in uri
    path.encode()  # lone surrogates raise a `ValueError`
    return is_decoded and "\0" not in path


def is_file(path: str) -> bool:
    """Return whether a name is the path of a file."""
    return ":" not in path.partition("/")[0]


def uri_of(path: str) -> str:
    """Return the URI of a file by its path."""
    if not is_file(path):
        return path.replace(AUTHORITY, "://", 1)
    return from_fs_path(str(Path(path).absolute())) or path
