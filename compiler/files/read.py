"""Read files. Pipes, devices and files that are too large are refused at once, with the reason."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

MOST_BYTES = 32 * 1024 * 1024
"""The largest specification, or flow, that is read."""

KINDS = (
    (stat.S_ISDIR, "it is a directory"),
    (stat.S_ISFIFO, "it is a pipe, not a file"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)


def refuse_odd(file: str | Path | int) -> None:
    """Raise `ValueError` if this is not a regular file, and `OSError` if it cannot be examined."""
    mode = os.stat(file).st_mode  # noqa: PTH116  also of an open file
    for is_kind, what in KINDS:
        if is_kind(mode):
            raise ValueError(what)


def read_bytes(file: str | Path, most: int = MOST_BYTES) -> bytes:
    """Return what is in a regular file of limited size; raise an `OSError`, or a `ValueError` that says why not."""
    refuse_odd(file)
    # Open without blocking and check again: somebody may have replaced the file with a pipe.
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as opened:
        refuse_odd(descriptor)
        return read_all(opened, most)


def read_all(stream: BinaryIO, most: int = MOST_BYTES) -> bytes:
    """Return what is left in a stream; raise a `ValueError` if it is too much."""
    content = stream.read(most + 1)
    if len(content) > most:
        message = f"it has more than {most // 2**20} MB"
        raise ValueError(message)
    return content


def read_file(file: str | Path, most: int = MOST_BYTES) -> str:
    """Return the text in a file, as `read_bytes` does its bytes."""
    return decoded(read_bytes(file, most))


def decoded(content: bytes) -> str:
    """Return bytes as text, without a byte order mark; raise a `ValueError` with the place that is not UTF-8."""
    try:
        return content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8 (byte 0x{content[error.start]:02x} at offset {error.start}, line {line})"
        raise ValueError(message) from error


def why_unread(error: OSError | ValueError) -> str:
    """Say in our style why a file was not read."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
