"""Write several files into a directory at once, replacing only files that were written before."""

from __future__ import annotations

import json
from contextlib import contextmanager, suppress
from hashlib import file_digest
from typing import TYPE_CHECKING

from .read import read_bytes
from .staging import staging
from .write import WriteError, failures_named, write_new

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

LIST = ".mfc-files.json"
"""In the directory: the files that mfc wrote there, and the SHA-256 of each."""


def fill(directory: Path, make: Callable[[Path], None], *, force: bool = False) -> list[Path]:
    """Put the files into a directory that `make` writes into the folder it is given, all or none, and return them.

    The directory is made if need be. A file there that mfc did not write, or that was edited since, is replaced by
    force alone, and a link is never followed.
    """
    with _directory(directory), failures_named(directory / LIST), staging(directory) as folder:
        with failures_named(directory):
            make(folder)
        parts = sorted(folder.iterdir())
        digests = {part.name: _digest(part) for part in parts}
        known = _listed(directory)
        if not force:
            _refuse((directory / name for name, digest in digests.items()), known, digests)
        write_new(folder / LIST, json.dumps(known | digests, indent=2, sort_keys=True).encode() + b"\n")
        for part in (*parts, folder / LIST):
            with failures_named(directory / part.name):
                part.replace(directory / part.name)
    return [directory / part.name for part in parts]


def _refuse(files: Iterable[Path], known: dict[str, str], digests: dict[str, str]) -> None:
    for file in files:
        if file.is_symlink() or file.exists():
            found = _digest(file) if file.is_file() and not file.is_symlink() else None
            if found is None or found not in (known.get(file.name), digests[file.name]):
                message = (
                    f"will not replace `{file}`: it was not written by mfc, or was edited since; `--force` replaces it"
                )
                raise WriteError(message)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _listed(directory: Path) -> dict[str, str]:
    """Return the digests of the files written before; a damaged list counts as empty."""
    with suppress(OSError, ValueError):
        found = json.loads(read_bytes(directory / LIST))
        if isinstance(found, dict):
            return {str(name): str(digest) for name, digest in found.items()}
    return {}


@contextmanager
def _directory(directory: Path) -> Iterator[None]:
    """Make a directory, and remove it again if an error occurs."""
    missing = [one for one in (directory, *directory.parents) if not one.exists()]
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        message = f"cannot write into `{directory}`: it is not a directory"
        raise WriteError(message) from error
    except OSError as error:
        message = f"cannot make the directory `{directory}`: {(error.strerror or str(error)).lower()}"
        raise WriteError(message) from error
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for one in missing:
                one.rmdir()
        raise
