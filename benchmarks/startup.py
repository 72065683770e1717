"""Measure how long the command line takes, whole processes, and compare it with the limits.

python benchmarks/startup.py            # a Markdown table
python benchmarks/startup.py --check    # exits with 1 if a limit is exceeded
"""

from __future__ import annotations

import argparse
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
    """A command, what its whole process took (the median), and what it may take, in milliseconds."""

    title: str
    taken: float
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
            Timed("`python -c pass`", milliseconds(python, runs), None),
            Timed("`mfc --version`", milliseconds([MFC, "--version"], runs), 80),
            Timed("`mfc check`, 60 lines", milliseconds([MFC, "check", spec], runs), 200),
            Timed("`mfc compile`, 60 lines", milliseconds([MFC, "compile", spec], runs, made=flow), 600),
        ]


def milliseconds(command: Sequence[str | Path], runs: int, made: Path | None = None) -> float:
    """Return the median duration of a command, which has to make its file anew each time."""
    durations = []
    for _ in range(runs):
        if made:
            made.unlink(missing_ok=True)
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own commands
        durations.append(1000 * (time.perf_counter() - begun))
    return median(durations)


def main() -> int:
    """Print the table, and return 1 if asked to check and a limit is exceeded."""
    parser = argparse.ArgumentParser(description="Measure how long the command line takes.")
    parser.add_argument("--runs", type=int, default=11, help="runs per command, of which the median counts")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a limit is exceeded")
    arguments = parser.parse_args()
    commands = time_commands(arguments.runs)
    print("| command | median | limit |\n| --- | ---: | ---: |")
    for command in commands:
        limit = f"{command.limit} ms" if command.limit else ""
        print(f"| {command.title} | {command.taken:.0f} ms | {limit} |")
    return int(arguments.check and any(command.too_slow for command in commands))


if __name__ == "__main__":
    sys.exit(main())
