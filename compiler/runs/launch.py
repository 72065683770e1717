"""A flow as a process of its own, that leaves its output in a log and can be stopped cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from .record import LOG, RUN_ID, hold

if TYPE_CHECKING:
    from collections.abc import Sequence

GUARD = Path(__file__).with_name("guard.py")
PATIENCE = 15
"""Seconds for Metaflow to end its tasks."""

USERS = ("METAFLOW_USER", "SUDO_USER", "USERNAME", "USER")
"""Where Metaflow looks for a user's name, which it needs; it does not take root for one."""


class Launched:
    """A flow that runs, within a guard that stops it when we end, however that happens.

    Its session is its own, so that only we are interrupted, and pass it on once.
    """

    def __init__(self, flow: Path, options: Sequence[str], folder: Path, beside: Path | None = None) -> None:
        self.log = folder / LOG
        self._run_id: str | None = None
        self._id_file = _asked_id_file(options) or folder / RUN_ID
        self._id_file.unlink(missing_ok=True)
        command: list[str | Path] = [sys.executable, flow, "run", *options, "--run-id-file", self._id_file]
        with self.log.open("wb") as log:
            hold(log.fileno())
            self._process = subprocess.Popen(  # noqa: S603  the flow that was just compiled
                [sys.executable, "-I", GUARD, str(PATIENCE), *command],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment(beside),
                start_new_session=True,
            )

    @property
    def group(self) -> int:
        """The process group that the flow and its tasks are."""
        return self._process.pid

    @property
    def run_id(self) -> str | None:
        """The id of the run, once it has one."""
        if self._run_id is None and self._id_file.exists():
            self._run_id = self._id_file.read_text(encoding="utf-8").strip() or None
        return self._run_id

    def ended(self, wait: float) -> int | None:
        """Wait so many seconds at the most; return the exit status, or None if it still runs."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(wait)
        return None

    def interrupt(self) -> None:
        """Let the guard stop it, as Ctrl-C would or if need be by force; return at once."""
        if self._process.stdin is not None:
            self._process.stdin.close()

    def stop(self) -> None:
        """Interrupt it and wait until it has ended; if we are asked again meanwhile, end it by force."""
        try:
            self.interrupt()
            self._process.wait()
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.group, signal.SIGKILL)  # whatever is left of its session
            self._process.wait()

    def output(self) -> str:
        """Return what it has printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")


def _asked_id_file(options: Sequence[str]) -> Path | None:
    """Return the file that the options themselves want the id of the run in."""
    words = [word for option in options for word in option.split("=", 1)]
    following = [file for option, file in pairwise(words) if option == "--run-id-file"]
    return Path(following[-1]) if following else None


def user_name() -> str:
    """Return the user's name, as Metaflow sees it, or ours where it would miss one."""
    names = (os.environ.get(name) for name in USERS)
    return next((name for name in names if name and name != "root"), "mfc")


def environment(beside: Path | None = None) -> dict[str, str]:
    """Return our environment, with a user's name where Metaflow would miss one, and a folder to import modules from."""
    given = {**os.environ, "PYTHONUNBUFFERED": "1"} | ({"METAFLOW_USER": "mfc"} if user_name() == "mfc" else {})
    if beside is not None:
        given["PYTHONPATH"] = os.pathsep.join(filter(None, [str(beside), os.environ.get("PYTHONPATH")]))
    return given
