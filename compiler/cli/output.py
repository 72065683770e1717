"""The standard streams: printing never raises.

A terminal may be closed, a pipe broken, a disk full. All later output is lost, but the command continues: it may have a
flow to stop or a file to write. If standard output was lost, the exit status says so.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

STREAMS = ("stdout", "stderr")


class Output(io.TextIOWrapper):
    """A stream that accepts any text and discards it after the first failure."""

    failure: OSError | None = None

    def write(self, text: str, /) -> int:
        """Write a text, if possible."""
        try:
            return super().write(text)
        except OSError as error:
            self._give_up(error)
            return len(text)

    def flush(self) -> None:
        """Flush the buffer, if possible."""
        try:
            super().flush()
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        """Redirect the stream to the null device, including what is still in its buffers."""
        self.failure = self.failure or error
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)


def prepare_streams() -> None:
    """Make printing safe: escape what the encoding lacks, and survive streams that are closed or break."""
    _open_all()
    for name in STREAMS:
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
            if stream is getattr(sys, f"__{name}__") and not isinstance(stream, Output):
                setattr(sys, name, _safe(stream))


def failure() -> OSError | None:
    """Return the error that made standard output lose text, if any."""
    sys.stdout.flush()
    return sys.stdout.failure if isinstance(sys.stdout, Output) else None


def _safe(stream: io.TextIOWrapper) -> Output:
    stream.flush()
    return Output(
        stream.buffer,
        stream.encoding,
        stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


def _open_all() -> None:
    """Open the three standard descriptors if they are closed: otherwise a file could get one of them."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
