"""`mfc export`: write the final model of a run into a directory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .console import CLEAN, CommandError
from .parser import CommandParser
from .results import RUN

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("export", "Write the final model of a run, a card and a program that predicts with it.")
    parser.add_argument("run", metavar="RUN", help=RUN.partition(" (default")[0])
    parser.add_argument("directory", metavar="DIR", help="the directory to write into")
    arguments = parser.parse(words)
    from ..runs.export import export
    from ..runs.find import RunError, find

    try:
        for file in export(find(arguments.run), Path(arguments.directory)):
            print(f"wrote {file}")
    except RunError as error:
        raise CommandError(str(error)) from error
    return CLEAN
