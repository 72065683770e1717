"""`mfc init`: write a specification to start from."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from ..files.read import refuse_odd, why_unread
from .console import CLEAN, CommandError
from .parser import CommandParser

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

EXAMPLES = """\
examples:
  mfc init                                     one that runs as it is
  mfc init --data houses.csv --target price    one for your data, to look over
"""
NEEDS_PANDAS = (
    "reading data needs pandas, scikit-learn and, for Parquet, pyarrow: pip install 'metaflow-mfc[flows]' pyarrow"
)
SUFFIX = ".mf"


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status; an existing file is never replaced."""
    parser = CommandParser("init", "Write a specification to start from.", EXAMPLES)
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="the file to write (default: tournament.mf, or named after the data)"
    )
    parser.add_argument("--data", metavar="FILE", help="the CSV or Parquet file to write it for")
    parser.add_argument("--target", metavar="COLUMN", help="the column to predict")
    parser.add_argument(
        "--task", choices=("regression", "classification"), help="the task (default: as the target suggests)"
    )
    arguments = parser.parse(words)
    if arguments.data is None and (arguments.target or arguments.task):
        parser.error("--target and --task need --data")
    default = Path(arguments.data).with_suffix(SUFFIX).name if arguments.data else f"tournament{SUFFIX}"
    path = Path(arguments.file or default)
    if path.suffix != SUFFIX:
        parser.error(f"the name of a specification must end in {SUFFIX}")
    _refuse_existing(path)
    _write(path, _spec_for_data(path, arguments) if arguments.data else _blank(path))
    name = shlex.quote(str(path))
    print(f"wrote {path}; next: mfc check {name}, mfc plan {name}, mfc run {name}")
    return CLEAN


def _blank(path: Path) -> str:
    from ..starter.blank import BLANK

    return BLANK.replace(f"tournament{SUFFIX}", path.name)


def _spec_for_data(path: Path, arguments: Namespace) -> str:
    from ..starter.reading import TableError
    from ..starter.spec import Place, write_spec
    from ..starter.table import look

    _refuse_odd(arguments.data)
    try:
        table = look(Path(arguments.data), arguments.target, arguments.task)
        return write_spec(table, Place(path.name, _beside(path, arguments.data)))
    except ImportError as error:
        raise CommandError(NEEDS_PANDAS) from error
    except TableError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        message = f"cannot read `{arguments.data}`: {why_unread(error)}"
        raise CommandError(message) from error


def _refuse_odd(data: str) -> None:
    try:
        refuse_odd(data)
    except (OSError, ValueError) as error:
        message = f"cannot read `{data}`: {why_unread(error)}"
        raise CommandError(message) from error


def _beside(path: Path, data: str) -> str:
    """Return the path of the data as seen from the specification, where the flow will be, too."""
    try:
        return Path(os.path.relpath(data, path.parent)).as_posix()
    except ValueError:  # another drive
        return Path(data).resolve().as_posix()


def _refuse_existing(path: Path) -> None:
    if os.path.lexists(path):
        message = f"`{path}` exists; name another file, or move it away"
        raise CommandError(message)


def _write(path: Path, text: str) -> None:
    from ..files.write import WriteError, create

    try:
        create(path, text)
    except WriteError as error:
        raise CommandError(str(error)) from error
