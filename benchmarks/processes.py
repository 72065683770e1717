"""Run commands as whole processes, and say what they took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

MFC = Path(sys.executable).with_name("mfc")
HERE = Path(__file__).parent


class Taken(NamedTuple):
    """What a command took: seconds by the clock, seconds of the CPU, and MB of its largest process."""

    seconds: float
    cpu: float
    megabytes: float


def take(command: Sequence[str | Path], folder: Path | None = None) -> Taken:
    """Run a command to its end; what it prints is shown only if it fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"USERNAME": "bench", "METAFLOW_DATASTORE_SYSROOT_LOCAL": str(folder or Path.cwd())}
    log = (folder or Path.cwd()) / "bench.log"
    with log.open("wb") as output:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.stderr.write(log.read_text(errors="replace")[-4000:])
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return Taken(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def typical(runs: Sequence[Taken]) -> Taken:
    """Return the medians of several runs."""
    return Taken(*(median(values) for values in zip(*runs, strict=True)))
