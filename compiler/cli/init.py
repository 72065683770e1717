"""`mfc init`: write a specification to start from."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from ..emit.prose import counted
from .console import CLEAN, CommandError, complain, reason
from .parser import CommandParser

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

EXAMPLES = """\
examples:
  mfc init                                     one that runs as it is
  mfc init --data houses.csv --target price    one for your data, to look over
"""
NEEDS_PANDAS = "data are read with pandas, Parquet with pyarrow too: pip install 'metaflow-mfc[flows]' pyarrow"
SUFFIX = ".mf"


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status; a file that exists is never written over."""
    parser = CommandParser("init", "Write a specification to start from.", EXAMPLES)
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="the file to write (default: tournament.mf, or as the data)"
    )
    parser.add_argument("--data", metavar="FILE", help="the data to write it for, CSV or Parquet")
    parser.add_argument("--target", metavar="COLUMN", help="the column to predict")
    parser.add_argument("--task", choices=("regression", "classification"), help="what it is (default: by the target)")
    arguments = parser.parse(words)
    if arguments.data is None and (arguments.target or arguments.task):
        parser.error("--target and --task need --data")
    default = Path(arguments.data).with_suffix(SUFFIX).name if arguments.data else f"tournament{SUFFIX}"
    path = Path(arguments.file or default)
    if path.suffix != SUFFIX:
        parser.error(f"the name of a specification ends in {SUFFIX}")
    _refuse_existing(path)
    _write(path, _spec_for_data(path, arguments) if arguments.data else _blank(path))
    name = shlex.quote(str(path))
    print(f"wrote {path}; next: mfc check {name}, mfc plan {name}, mfc run {name}")
    return CLEAN


def _blank(path: Path) -> str:
    from ..starter.blank import BLANK

    return BLANK.replace(f"tournament{SUFFIX}", path.name)


def _spec_for_data(path: Path, arguments: Namespace) -> str:
    from ..starter.spec import Place, write_spec
    from ..starter.table import TableError, look

    try:
        table = look(Path(arguments.data), arguments.target, arguments.task)
        text = write_spec(table, Place(path.name, _beside(path, arguments.data)))
    except ImportError as error:
        raise CommandError(NEEDS_PANDAS) from error
    except TableError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        why = "no such file" if isinstance(error, FileNotFoundError) else reason(error)
        message = f"cannot read `{arguments.data}`: {why}"
        raise CommandError(message) from error
    if table.n_without_target:
        rows = counted(table.n_without_target, "row")
        complain(f"{rows} of `{arguments.data}` without `{table.target}` will stop the flow")
    return text


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
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        _refuse_existing(path)
    except OSError as error:
        why = f"there is no directory `{path.parent}`" if isinstance(error, FileNotFoundError) else reason(error)
        message = f"cannot write `{path}`: {why}"
        raise CommandError(message) from error
