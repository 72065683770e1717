"""Find specifications: the named files, and those in the named directories."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..files.read import why_unread
from .console import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NoReturn

SUFFIX = ".mf"


def walk(names: Iterable[str], is_excluded: Callable[[str], bool] = lambda _: False) -> list[str]:
    """Return the names with each directory replaced by the specifications below it, without duplicates.

    Hidden directories such as `.venv` are skipped, and so are excluded files unless they are named themselves.
    """
    found: dict[str, None] = {}
    for name in names:
        within = [name]
        if name != "-" and Path(name).is_dir():
            within = [path for path in sorted(_below(name)) if not is_excluded(path)]
        if not within:
            message = f"no specifications in `{name}`: none of its files end in `{SUFFIX}`"
            raise CommandError(message)
        found.update(dict.fromkeys(within))
    return list(found)


def _below(directory: str) -> list[str]:
    found = []
    for folder, subfolders, files in os.walk(directory, onerror=_refuse):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        found += [str(Path(folder, name)) for name in files if name.endswith(SUFFIX) and not name.startswith(".")]
    return found


def _refuse(error: OSError) -> NoReturn:
    message = f"cannot read `{error.filename}`: {why_unread(error)}"
    raise CommandError(message) from error
