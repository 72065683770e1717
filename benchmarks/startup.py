"""Measure how long the command line takes, whole processes, and compare it with the limits.

python benchmarks/startup.py            # a Markdown table
python benchmarks/startup.py --check    # exits with 1 if a limit is exceeded
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

SPEC = Path(__file__).with_name("sixty_lines.mf")
MFC = Path(sys.executable).with_name("mfc")


class Timed(NamedTuple):
    """A command, what its whole process took (medians of the wall clock and of the CPU), and the limit, in ms."""

    title: str
    taken: float
    cpu: float
    limit: float | None

    @property
    def too_slow(self) -> bool:
        """Whether the limit is exceeded."""
        return self.limit is not None and self.taken > self.limit


def time_commands(runs: int) -> list[Timed]:
    """Time the command line, and Python doing nothing for comparison."""
    python = [sys.executable, "-c", "pass"]
    with tempfile.TemporaryDirectory() as directory:
        spec = shutil.copy(SPEC, directory)
        flow = Path(directory, f"{SPEC.stem}_flow.py")
        return [
            Timed("`python -c pass`", *milliseconds(python, runs), None),
            Timed("`mfc --version`", *milliseconds([MFC, "--version"], runs), 80),
            Timed("`mfc check`, 60 lines", *milliseconds([MFC, "check", spec], runs), 200),
            Timed("`mfc compile`, 60 lines", *milliseconds([MFC, "compile", spec], runs, made=flow), 500),
        ]


def milliseconds(command: Sequence[str | Path], runs: int, made: Path | None = None) -> tuple[float, float]:
    """Return how long a command takes by the clock and of the CPU; it has to make its file anew each time."""
    durations = []
    for _ in range(runs + 1):
        if made:
            made.unlink(missing_ok=True)
        durations.append(run_once(command))
    clock, cpu = zip(*durations[1:], strict=True)  # the first run may have to compile modules
    return median(clock), median(cpu)


def run_once(command: Sequence[str | Path]) -> tuple[float, float]:
    """Return how many milliseconds a process takes, by the clock and of the CPU."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)  # noqa: S603 - our own commands
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return 1000 * clock, 1000 * (usage.ru_utime + usage.ru_stime)


def main() -> int:
    """Print the table, and return 1 if asked to check and a limit is exceeded."""
    parser = argparse.ArgumentParser(description="Measure how long the command line takes.")
    parser.add_argument("--runs", type=int, default=11, help="runs per command, of which the median counts")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a limit is exceeded")
    arguments = parser.parse_args()
    commands = time_commands(arguments.runs)
    print("| command | median | CPU | limit |\n| --- | ---: | ---: | ---: |")
    for command in commands:
        limit = f"{command.limit} ms" if command.limit else ""
        print(f"| {command.title} | {command.taken:.0f} ms | {command.cpu:.0f} ms | {limit} |")
    return int(arguments.check and any(command.too_slow for command in commands))


if __name__ == "__main__":
    sys.exit(main())
