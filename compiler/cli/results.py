"""`mfc results`: look at a run that is over or on its way, or compare two."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .console import CLEAN, CommandError
from .parser import CommandParser

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RUN = "a run as Metaflow calls it, `Houses/12`, or a flow for its latest (default: the latest tournament here)"


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("results", "Show the leaderboard, the failures and the figures of a run.")
    parser.add_argument("run", nargs="?", metavar="RUN", help=RUN)
    parser.add_argument("--compare", nargs=2, metavar="RUN", help="show what changed from one run to another instead")
    parser.add_argument("--save", metavar="DIR", help="also write the figures and tables into this directory")
    arguments = parser.parse(words)
    from ..runs.compare import compare
    from ..runs.find import RunError, find
    from ..runs.show import report_files, show

    try:
        if arguments.compare:
            print(compare(*(find(name) for name in arguments.compare)))
            return CLEAN
        found = find(arguments.run)
        print(show(found))
        if arguments.save:
            _save(Path(arguments.save), report_files(found))
    except RunError as error:
        raise CommandError(str(error)) from error
    return CLEAN


def _save(directory: Path, files: Mapping[str, bytes]) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (directory / Path(name).name).write_bytes(content)
        print(f"wrote {directory / Path(name).name}")
