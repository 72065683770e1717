"""What all commands share: exit statuses and error messages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2

STDIN = "<stdin>"
"""What a specification from the standard input is called."""


class CommandError(Exception):
    """Why a command could not run, as one line for the user."""


def complain(message: str) -> None:
    """Print why something could not be done."""
    from ..diagnostics.render.excerpt import printable

    print(f"mfc: {printable(message)}", file=sys.stderr)


def reject(kind: str, word: str, known: Iterable[str], command: str) -> NoReturn:
    """Raise an error for an unknown command, option or code."""
    from ..diagnostics.suggest import did_you_mean

    hint = did_you_mean(word, known) or f"see `{command} --help`"
    message = f"unknown {kind} `{word}`; {hint}"
    raise CommandError(message)


def reason(error: OSError) -> str:
    """Return the system's message for an error in our style, with the file."""
    why = (error.strerror or str(error)).lower()
    return f"{why}: `{error.filename}`" if isinstance(error.filename, str) else why
