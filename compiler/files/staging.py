"""Hidden folders in which files are written before they are renamed into place.

A folder is locked while it is in use. A process that was killed leaves its folder unlocked; the next one removes it.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

try:
    import fcntl
except ImportError:  # Windows; there nothing is locked, and nothing removed
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = re.compile(r"\.mfc-[0-9a-f]{16}\.tmp")
ATTEMPTS = 3


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """Yield a new hidden folder within a folder, which is gone afterwards; raise an `OSError` if there can be none."""
    clean(folder)
    made, lock = _make(folder)
    try:
        yield made
    finally:
        _remove(made)
        if lock is not None:
            os.close(lock)


def clean(folder: Path) -> None:
    """Remove what killed processes left in a folder."""
    with suppress(OSError):  # folders that cannot be listed or removed do no harm
        for name in os.listdir(folder):  # noqa: PTH208  strings are all that is needed, of folders with many files
            if NAME.fullmatch(name) and (lock := _lock(folder / name)) is not None:
                _remove(folder / name)
                os.close(lock)


def _make(folder: Path) -> tuple[Path, int | None]:
    """Make a folder and lock it, if the file system supports locks."""
    for _ in range(ATTEMPTS):
        made = folder / f".mfc-{os.urandom(8).hex()}.tmp"
        made.mkdir(mode=0o700)
        lock = _lock(made)
        if lock is not None:
            return made, lock
        if made.exists():  # otherwise somebody cleaned up between the two
            break
    return made, None


def _lock(folder: Path) -> int | None:
    """Return a descriptor that holds the lock of a folder, or None if it is locked or cannot be locked."""
    if fcntl is None:
        return None
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), folder.lstat()):
            return descriptor
    except OSError:
        pass
    os.close(descriptor)
    return None


def _remove(folder: Path) -> None:
    """Remove a folder with the files in it, and never more than that."""
    with suppress(OSError):
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
