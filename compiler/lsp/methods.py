"""The methods of the protocol's types, kept compiled where Python keeps its own compiled modules.

attrs writes and compiles them whenever the types are imported. There are more than five hundred types, and to compile
their methods takes most of the time that the server needs to start.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from attr import _make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

FILE = Path(cache_from_source(__file__)).with_suffix(".kept")


@contextmanager
def kept_compiled(file: Path = FILE) -> Iterator[None]:
    """Let attrs compile nothing, while within, that it compiled the last time."""
    kept = Kept(file)
    vars(_make)["compile"] = kept.compile  # stands before the builtin of this name
    try:
        yield
    finally:
        del vars(_make)["compile"]
    kept.save()


class Kept:
    """Compiled code by the digest of its source. A file that is missing or damaged is as an empty one."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, CodeType] = {}
        self._is_new = False
        with suppress(OSError, EOFError, ValueError, TypeError):
            self._known = dict(marshal.loads(file.read_bytes()))  # noqa: S302  as trustworthy as compiled modules

    def compile(self, source: str, filename: str, mode: str) -> CodeType:
        """Return what the builtin function returns."""
        key = sha256(f"{mode} {filename}\n{source}".encode()).hexdigest()
        if key not in self._known:
            self._known[key] = compile(source, filename, mode)
            self._is_new = True
        return self._known[key]

    def save(self) -> None:
        """Keep what is new, if Python would keep a module: unless it is told not to, or cannot."""
        if not self._is_new or sys.dont_write_bytecode:
            return
        with suppress(OSError):
            self._file.parent.mkdir(exist_ok=True)
            part = self._file.with_name(f"{self._file.name}.{os.getpid()}")
            part.write_bytes(marshal.dumps(self._known))
            part.replace(self._file)
