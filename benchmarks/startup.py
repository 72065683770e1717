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
    """A command, what its whole process took in ms, and its limit.

    `taken` is the median by the clock, and `cpu` the least of the CPU, to which other processes only add. Limits are
    multiples of what Python takes to do nothing, in seconds of the CPU, so that they mean the same on every machine at
    every hour: `times` is the multiple that was found.
    """

    title: str
    taken: float
    cpu: float
    times: float
    limit: float | None

    @property
    def too_slow(self) -> bool:
        """Whether the limit is exceeded."""
        return self.limit is not None and self.times > self.limit


def time_commands(runs: int) -> list[Timed]:
    """Time the command line, and Python doing nothing for comparison, in turns."""
    with tempfile.TemporaryDirectory() as directory:
        spec = shutil.copy(SPEC, directory)
        flow = Path(directory, f"{SPEC.stem}_flow.py")
        commands: dict[str, tuple[list[str | Path], float | None]] = {
            "`python -c pass`": ([sys.executable, "-c", "pass"], None),
            "`mfc --version`": ([MFC, "--version"], 2),
            "`mfc check`, 60 lines": ([MFC, "check", spec], 7),
            "`mfc compile`, 60 lines": ([MFC, "compile", spec], 14),
        }
        durations: dict[str, list[tuple[float, float]]] = {title: [] for title in commands}
        for _ in range(runs + 1):
            flow.unlink(missing_ok=True)  # to be made anew each time
            for title, (command, _limit) in commands.items():
                durations[title].append(run_once(command))
    found = {title: _summary(taken[1:]) for title, taken in durations.items()}  # the first may have to compile modules
    _, least = found["`python -c pass`"]
    return [Timed(title, *found[title], found[title][1] / least, limit) for title, (_, limit) in commands.items()]


def _summary(durations: Sequence[tuple[float, float]]) -> tuple[float, float]:
    clock, cpu = zip(*durations, strict=True)
    return median(clock), min(cpu)


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
    parser.add_argument("--runs", type=int, default=11, help="runs per command")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a limit is exceeded")
    arguments = parser.parse_args()
    commands = time_commands(arguments.runs)
    print("| command | median | least CPU | times Python's | limit |\n| --- | ---: | ---: | ---: | ---: |")
    for command in commands:
        limit = f"{command.limit}" if command.limit else ""
        taken = f"{command.taken:.0f} ms | {command.cpu:.0f} ms"
        print(f"| {command.title} | {taken} | {command.times:.1f} | {limit} |")
    return int(arguments.check and any(command.too_slow for command in commands))


if __name__ == "__main__":
    sys.exit(main())
