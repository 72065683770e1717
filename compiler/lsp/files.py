"""The texts that the server knows: those open in the editor, and behind them the files."""

from __future__ import annotations

from contextlib import suppress
from os.path import normpath
from pathlib import Path

from pygls.uris import from_fs_path, to_fs_path

from ..ide.document import Document, Surroundings
from ..source import Source

LONGEST_LINE = 1_000_000
MOST_NAMES = 1_000


class Files:
    """Open texts by the paths of their files; a text that is not open is read from its file."""

    def __init__(self) -> None:
        self.open: dict[str, str] = {}
        self._documents: dict[str, Document] = {}

    def put(self, uri: str, text: str) -> None:
        """Take the text of a file from the editor from now on."""
        self.open[path_of(uri)] = text.removeprefix("\ufeff")
        self._documents.clear()  # others may include this one

    def close(self, uri: str) -> None:
        """Take the text of a file from the disk again."""
        self.open.pop(path_of(uri), None)
        self._documents.clear()

    def changed(self) -> None:
        """Take note that files have changed on the disk."""
        self._documents.clear()

    def document(self, uri: str) -> Document:
        """Return the document of a text that is open."""
        path = path_of(uri)
        if path not in self._documents:
            around = Surroundings(self.read, Beside(path).first_line, Beside(path).names_in)
            self._documents[path] = Document(Source(path, self.open.get(path, "")), around)
        return self._documents[path]

    def read(self, name: str) -> Source:
        """Return a file as it is open, or else as it is on the disk."""
        path = normpath(name)
        if path in self.open:
            return Source(path, self.open[path])
        if Path(path).exists() and not Path(path).is_file():  # reading a pipe would never end
            message = "not a file"
            raise ValueError(message)
        try:
            return Source(path, Path(path).read_bytes().decode().removeprefix("\ufeff"))
        except UnicodeDecodeError as error:
            message = "not UTF-8"
            raise ValueError(message) from error


class Beside:
    """The files about one file."""

    def __init__(self, path: str) -> None:
        self._folder = Path(path).parent

    def first_line(self, name: str) -> str | None:
        """Return the first line of a text file, unless it is too long to be a line."""
        with suppress(OSError, ValueError):
            path = self._folder / name
            if path.is_file():  # reading a pipe would never end
                with path.open(encoding="utf-8-sig") as file:
                    return file.readline(LONGEST_LINE).rstrip("\r\n")
        return None

    def names_in(self, folder: str) -> list[str]:
        """Return the names in a folder, those of folders with a slash; hidden ones are left out."""
        found = []
        with suppress(OSError, ValueError):
            for path in (self._folder / folder).iterdir():
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
    return path if "://" in path or path.startswith("untitled:") else from_fs_path(str(Path(path).absolute())) or path
