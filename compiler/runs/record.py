"""What `mfc run` keeps of a run while it lasts: its log, and by what it can be stopped.

That is a folder of its own below the user's state directory, removed when a run ends well. The log is locked for as
long as a process of the run has it open.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = 30 * 24 * 3600
"""Seconds for which what is left of a run that failed is kept."""

LOG, RUN_ID, ABOUT = "log.txt", "run-id", "run.json"


class Running(NamedTuple):
    """A run that goes on: the process group that it is, and where it writes its log."""

    group: int
    log: Path


def state_directory() -> Path:
    """Return where records are kept."""
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base and Path(base).is_absolute() else Path("~/.local/state").expanduser()) / "mfc" / "runs"


def new_record(flow: str) -> Path:
    """Return a new folder for a run of a flow; records that are long over are removed."""
    try:
        directory = state_directory()
        directory.mkdir(parents=True, exist_ok=True)
        for folder in directory.iterdir():
            with suppress(OSError):
                if time.time() - folder.stat().st_mtime > KEPT and not _is_held(folder / LOG):
                    shutil.rmtree(folder)
        return Path(tempfile.mkdtemp(prefix=f"{flow}-", dir=directory))
    except (OSError, RuntimeError):  # there is no home, or it cannot be written to
        return Path(tempfile.mkdtemp(prefix="mfc-"))


def describe(folder: Path, tournament: str, group: int) -> None:
    """Note in a record which run it is, by its process group."""
    (folder / ABOUT).write_text(json.dumps({"tournament": tournament, "group": group}), encoding="utf-8")


def hold(log: int) -> None:
    """Lock an open log: for us, and for all that inherit it."""
    if fcntl is not None:
        with suppress(OSError):
            fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)


def running(pathspec: str) -> Running | None:
    """Return the run called `Tournament/id`, if it goes on and `mfc run` of this user and machine has started it."""
    tournament, _, run_id = pathspec.partition("/")
    for folder in _records():
        with suppress(OSError, ValueError, KeyError, TypeError):
            about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
            same = about["tournament"] == tournament and (folder / RUN_ID).read_text(encoding="utf-8").strip() == run_id
            if same and _is_held(folder / LOG):
                return Running(int(about["group"]), folder / LOG)
    return None


def _records() -> Iterator[Path]:
    with suppress(OSError, RuntimeError):
        yield from state_directory().iterdir()


def _is_held(log: Path) -> bool:
    """Return whether a process of a run still has its log open."""
    if fcntl is None:
        return False
    with log.open("rb") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False
