"""`mfc results`: show a run, finished or not, or compare two."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from .console import CLEAN, CommandError
from .parser import CommandParser

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

RUN = "a run such as `Houses/12`; a flow or a `.mf` file, for its latest run (default: the latest tournament here)"


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("results", "Show the leaderboard, the failures and the figures of a run.")
    parser.add_argument("run", nargs="?", metavar="RUN", help=RUN)
    parser.add_argument("--compare", nargs=2, metavar="RUN", help="show what changed from one run to another instead")
    parser.add_argument("--save", metavar="DIR", help="also write the figures and tables into this directory")
    parser.add_argument("--force", action="store_true", help="replace files there that mfc did not write")
    arguments = parser.parse(words)
    from ..runs.find import RunError
    from ..runs.plain import plain_only

    try:
        with plain_only():
            _show(arguments)
    except RunError as error:
        raise CommandError(str(error)) from error
    return CLEAN


def named(word: str) -> str:
    """Return the name of a run or a flow; a specification stands for the flow of its tournament."""
    if not word.endswith(".mf"):
        return word
    from ..pipeline import Compilation
    from .specs import read, read_included

    compilation = Compilation(read(word), read_included)
    if compilation.has_errors:
        message = f"`{word}` has errors, which `mfc check {shlex.quote(word)}` shows; name the run instead"
        raise CommandError(message)
    return compilation.plan.name


def _show(arguments: Namespace) -> None:
    from ..runs.compare import compare
    from ..runs.find import find
    from ..runs.show import origin, report_files, show

    if arguments.compare:
        one, other = (find(named(word)) for word in arguments.compare)
        print(compare(one, other), *(f"{run.pathspec} {origin(run)}" for run in (one, other)), sep="\n")
        return
    found = find(arguments.run and named(arguments.run))
    print(show(found))
    if arguments.save:
        _save(Path(arguments.save), report_files(found), force=arguments.force)


def _save(directory: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    from ..files.fill import fill
    from ..files.write import WriteError

    def make(folder: Path) -> None:
        for name, content in files.items():
            (folder / Path(name).name).write_bytes(content)

    try:
        for file in fill(directory, make, force=force):
            print(f"wrote {file}")
    except WriteError as error:
        raise CommandError(str(error)) from error
