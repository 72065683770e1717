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

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 15
"""Seconds for Metaflow to end its tasks."""

USERS = ("METAFLOW_USER", "SUDO_USER", "USERNAME", "USER")
"""Where Metaflow looks for a user's name, which it needs; it does not take root for one."""


class Launched:
    """A flow that runs. Its session is its own, so that only we are interrupted, and pass it on once."""

    def __init__(self, flow: Path, options: Sequence[str], folder: Path) -> None:
        self.log = folder / "log.txt"
        self._id_file = _asked_id_file(options) or folder / "run-id"
        self._id_file.unlink(missing_ok=True)
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603  the flow that was just compiled
                [sys.executable, flow, "run", *options, "--run-id-file", self._id_file],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment(),
                start_new_session=True,
            )

    @property
    def run_id(self) -> str | None:
        """The id of the run, once it has one."""
        return self._id_file.read_text(encoding="utf-8").strip() or None if self._id_file.exists() else None

    def ended(self, wait: float) -> int | None:
        """Wait so many seconds at the most; return the exit status, or None if it still runs."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(wait)
        return None

    def stop(self) -> None:
        """Interrupt it as Ctrl-C would, and if it does not end, or we are asked again, end it by force."""
        try:
            for kind in (signal.SIGINT, signal.SIGTERM):
                self._signal(kind)
                if self.ended(PATIENCE) is not None:
                    return
        finally:
            self._signal(signal.SIGKILL)  # whatever is left of its session
            self._process.wait()

    def output(self) -> str:
        """Return what it has printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _signal(self, kind: signal.Signals) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, kind)


def _asked_id_file(options: Sequence[str]) -> Path | None:
    """Return the file that the options themselves want the id of the run in."""
    words = [word for option in options for word in option.split("=", 1)]
    following = [file for option, file in pairwise(words) if option == "--run-id-file"]
    return Path(following[-1]) if following else None


def environment() -> dict[str, str]:
    """Return our environment, with a user's name where Metaflow would miss one."""
    named = any(os.environ.get(name, "root") not in {"", "root"} for name in USERS)
    return {**os.environ, "PYTHONUNBUFFERED": "1"} | ({} if named else {"METAFLOW_USER": "mfc"})
