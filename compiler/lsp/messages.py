"""The stream of messages from the client, without messages that are too long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

MOST_BYTES = 64 * 1024 * 1024
"""The longest message that is read: a text of 32 MB, with what JSON makes of it."""

_LENGTH = re.compile(rb"Content-Length: *(\d+)\r?\n$", re.IGNORECASE)
_DIGITS = 12
_PIECE = 64 * 1024


class Messages:
    """Lines and bodies from a stream. Of a message that is too long nothing is kept, and `refuse` is called.

    Where it ends is found by the header of the next one, whatever its own says: JSON has no line ends of its own.
    """

    def __init__(self, stream: BinaryIO, refuse: Callable[[str], None]) -> None:
        self._stream = stream
        self._refuse = refuse

    def readline(self) -> bytes:
        """Return a line of a header, or nothing at the end."""
        line = self._stream.readline(_PIECE)
        while (found := _LENGTH.fullmatch(line)) and self._is_too_long(found[1]):
            self._refuse(f"a message of more than {MOST_BYTES // 2**20} MB is not read")
            line = self._next_header()
        return line

    def read(self, size: int) -> bytes:
        """Return a body."""
        return self._stream.read(size)

    @staticmethod
    def _is_too_long(digits: bytes) -> bool:
        return len(digits) > _DIGITS or int(digits) > MOST_BYTES

    def _next_header(self) -> bytes:
        """Pass over what comes until a line that ends in the length of another message."""
        before = b""
        while piece := self._stream.readline(_PIECE):
            if found := _LENGTH.search(before + piece):
                return found[0]
            before = piece[-_PIECE // 2 :]
        return b""
