"""`mfc export`: write the final model of a run into a directory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .console import CLEAN, CommandError
from .parser import CommandParser
from .results import RUN, named

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("export", "Write the final model of a run, a card and a program that predicts with it.")
    parser.add_argument("run", metavar="RUN", help=RUN.partition(" (default")[0])
    parser.add_argument("directory", metavar="DIR", help="the directory to write into")
    help_ = "accept a run of this user: its model is unpickled, which runs any code that they put in it"
    parser.add_argument("--user", metavar="NAME", help=help_)
    parser.add_argument("--force", action="store_true", help="replace files there that mfc did not write")
    arguments = parser.parse(words)
    from ..files.write import WriteError
    from ..runs.export import export, trusted
    from ..runs.find import RunError, find
    from ..runs.plain import plain_only

    try:
        with plain_only():
            found = trusted(find(named(arguments.run)), arguments.user)
        for file in export(found, Path(arguments.directory), force=arguments.force):
            print(f"wrote {file}")
    except (RunError, WriteError) as error:
        raise CommandError(str(error)) from error
    return CLEAN
