"""What all commands share: exit statuses, complaints, and streams that take any text."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn, TextIO

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2


class CommandError(Exception):
    """Why a command could not run, as one line for the user."""


def complain(message: str) -> None:
    """Print why something could not be done."""
    from ..diagnostics.render.excerpt import printable

    print(f"mfc: {printable(message)}", file=sys.stderr)


def reject(kind: str, word: str, known: Iterable[str], command: str) -> NoReturn:
    """Complain about a command, an option or a code that does not exist."""
    from ..diagnostics.suggest import did_you_mean

    hint = did_you_mean(word, known) or f"see `{command} --help`"
    message = f"unknown {kind} `{word}`; {hint}"
    raise CommandError(message)


def reason(error: OSError) -> str:
    """Return what the system says of a failure, in our style."""
    return (error.strerror or str(error)).lower()


def prepare_streams() -> None:
    """Make printing safe: escape what the encoding lacks, and let closed streams swallow their text."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def abandon(*streams: TextIO) -> None:
    """Point streams at nothing, so that flushing them at exit cannot fail again."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        with suppress(io.UnsupportedOperation):  # it is no file, so it has nothing to flush
            os.dup2(nothing, stream.fileno())
