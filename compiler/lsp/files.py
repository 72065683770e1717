"""Files, for the workspace: what is in them, and which there are."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

from pygls.uris import from_fs_path, to_fs_path

from ..settings import SettingsError, settings_for
from ..source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_LINE = 1_000_000
MOST_NAMES = 1_000
MOST_FOLDERS = 2_000
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
        path = Path(name)
        if path.exists() and not path.is_file():  # reading a pipe would never end
            message = "not a file"
            raise ValueError(message)
        try:
            return Source(name, path.read_bytes().decode().removeprefix("\ufeff"))
        except UnicodeDecodeError as error:
            message = "not UTF-8"
            raise ValueError(message) from error

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
        """Tell whether the project of a file wants the findings of a code; all, if its settings cannot be read."""
        try:
            return settings_for(Path(name).resolve().parent).gives(code)
        except (SettingsError, OSError):
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
    """Return the path of a file; what is no file, such as a text never saved, goes by its URI."""
    path = to_fs_path(uri)
    return normpath(path) if path else uri


def uri_of(path: str) -> str:
    """Return the URI of a file by its path."""
    return path if ":" in path.partition("/")[0] else from_fs_path(str(Path(path).absolute())) or path
