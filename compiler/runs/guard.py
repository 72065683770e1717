"""Run a command, and stop it when the process that started this one ends: a script between `mfc run` and its flow.

Its arguments are the seconds that the command gets for each way of being stopped, and the command. It watches its
standard input, whose other end `mfc run` holds and never writes to: that ends with `mfc run`, even if that is killed.
A signal stops the command, too. All of it is one process group, which we lead, and nothing is left of it.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from contextlib import suppress

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WAYS = (signal.SIGINT, signal.SIGTERM)
"""The signals that stop the command: first an interrupt as from Ctrl-C, then stronger ones."""


def main() -> int:
    """Run the command to its end and return its exit status."""
    patience, *command = sys.argv[1:]
    asked: list[int] = []
    for kind in STOPS:
        signal.signal(kind, lambda number, _: asked.append(number))
    signal.signal(signal.SIGCHLD, lambda *_: None)
    wakes, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603  what mfc wants to run
    while process.poll() is None:
        ready, _, _ = select.select([0, wakes], [], [])
        if wakes in ready:
            os.read(wakes, 4096)
        if 0 in ready or asked:
            _stop(process, float(patience))
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


def _stop(process: subprocess.Popen[bytes], patience: float) -> None:
    """Stop the command with all it has started, and end with it."""
    for kind in WAYS:
        os.killpg(0, kind)
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
            break
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
