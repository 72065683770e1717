"""Put texts into files: whole or not at all, all or none, and never through a link that leads elsewhere."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .staging import staging

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NO_HARD_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)


class WriteError(Exception):
    """Why nothing was written, as one line for the user."""


def replace(texts: Mapping[Path, str]) -> None:
    """Replace what is in files, all or none.

    Every text is first written beside its file and only then are the files replaced, so that a full disk or a file
    that must not be replaced leaves all of them as they were.
    """
    folders: dict[Path, Path] = {}
    with ExitStack() as stack:
        staged = []
        for number, (path, text) in enumerate(texts.items()):
            with failures_named(path):
                target = _target(path)
                if target.parent not in folders:
                    folders[target.parent] = stack.enter_context(staging(target.parent))
                part = folders[target.parent] / str(number)
                write_new(part, text.encode())
                if target.exists():
                    part.chmod(stat.S_IMODE(target.stat().st_mode))
            staged.append((path, part, target))
        for path, part, target in staged:
            with failures_named(path):
                part.replace(target)


def create(path: Path, text: str) -> None:
    """Write a file that does not exist yet, whole or not at all; what exists, or comes to exist, is left alone."""
    with failures_named(path), staging(path.parent) as folder:
        part = folder / "0"
        write_new(part, text.encode())
        try:
            path.hardlink_to(part)  # unlike a rename, this fails where there is a file
        except OSError as error:
            if error.errno not in NO_HARD_LINKS:
                raise
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
            part.replace(path)


def write_new(path: Path, content: bytes) -> None:
    """Write a new file through to the disk."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def failures_named(path: Path) -> Iterator[None]:
    """Convert an `OSError` to an error that names the file to be written."""
    try:
        yield
    except FileNotFoundError as error:
        folder = path.resolve().parent if path.is_symlink() else path.parent
        message = f"cannot write `{path}`: there is no directory `{folder}`"
        raise WriteError(message) from error
    except FileExistsError as error:
        message = f"`{path}` exists; name another file, or move it away"
        raise WriteError(message) from error
    except OSError as error:
        message = f"cannot write `{path}`: {(error.strerror or str(error)).lower()}"
        raise WriteError(message) from error


def _target(path: Path) -> Path:
    """Return the file that a path leads to, which has to be below the same folder."""
    target = Path(os.path.realpath(path))
    if not target.is_relative_to(os.path.realpath(path.parent)):
        message = f"cannot write `{path}`: it is a link to `{target}`, outside its folder; name that file instead"
        raise WriteError(message)
    return target
