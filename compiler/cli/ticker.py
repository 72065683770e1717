"""A progress line: rewritten on a terminal, otherwise printed from time to time."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

EVERY = 30.0
"""Seconds between two lines if they cannot be rewritten."""

CLEAR = "\r\x1b[K"


class Ticker:
    """The line, on a stream."""

    def __init__(self, stream: TextIO, every: float = EVERY) -> None:
        self._stream = stream
        self._rewrites = stream.isatty() and os.environ.get("TERM") != "dumb"
        self._every = every
        self._last = ""
        self._printed = -every

    def show(self, line: str, *, now: bool = False) -> None:
        """Show the line; if lines cannot be rewritten, only after some time or if this one is important."""
        if line == self._last:
            return
        if self._rewrites:
            width = shutil.get_terminal_size().columns - 1
            self._write(CLEAR + (line if len(line) <= width else f"{line[: width - 1]}…"))
        elif now or time.monotonic() - self._printed >= self._every:
            self._write(f"{line}\n")
            self._printed = time.monotonic()
        else:
            return
        self._last = line

    def clear(self) -> None:
        """Clear the line, if it can be rewritten."""
        if self._rewrites and self._last:
            self._write(CLEAR)
        self._last = ""

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
