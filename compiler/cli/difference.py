"""The difference between two versions of a file, as a unified diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics.render.excerpt import printable

if TYPE_CHECKING:
    from typing import TextIO

COLOURS = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
BOLD, END = "\x1b[1m", "\x1b[0m"
NOTHING = "/dev/null"


def print_difference(old: str, new: str, names: tuple[str, str], stream: TextIO) -> None:
    """Print the difference between the old and the new version, if there is one."""
    from difflib import unified_diff

    from .specs import wants_colour

    coloured = wants_colour(stream)
    for line in unified_diff(old.splitlines(), new.splitlines(), *names, lineterm=""):
        print(_coloured(line) if coloured else printable(line), file=stream)


def _coloured(line: str) -> str:
    colour = BOLD if line.startswith(("---", "+++")) else COLOURS.get(line[:1], "")
    return f"{colour}{printable(line)}{END}" if colour else printable(line)
