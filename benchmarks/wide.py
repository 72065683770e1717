"""(c) What a fit costs beside itself, from ten fits to ten thousand of a small linear model, and (d) the memory.

`python benchmarks/wide.py --one-fit-a-task 1000 --keep` is the long form, for `make wide`, which puts what it finds
among the results; `--fits 10000 --fits-per-task 250` plays one of the others alone.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from flows import compiled, played
from processes import HERE

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = """\
tournament Wide{candidates} "Many settings of a small linear model"
seed 7
data mock.regression {{ n_samples = 500, n_features = 5, noise = 10 }}
folds kfold(5)
score r2
model ridge: Ridge {{ alpha ~ loguniform(1e-3, 1e3), search random({candidates}) }}
"""


def measure(folder: Path, *, quick: bool) -> list[dict[str, Any]]:
    """Play ever wider tournaments, 250 fits a task, and one with a fit a task."""
    widths = (10, 100, 1000) if quick else (10, 100, 1000, 10_000)
    return [*(_play(folder, fits, 250) for fits in widths), _play(folder, 10 if quick else 20, 1)]


def _play(folder: Path, fits: int, fits_per_task: int) -> dict[str, Any]:
    flow = compiled(folder, f"wide_{fits}_{fits_per_task}", SPEC.format(candidates=fits // 5))
    with _watched("rank") as peak:
        run = played(flow, "--fits_per_task", str(fits_per_task))
    spent = run["seconds"] * (os.cpu_count() or 1)
    overhead = (spent - run["fit_seconds"]) / fits
    return {**run, "scores": None, "fits_per_task": fits_per_task, "overhead": overhead, "join_megabytes": peak[0]}


@contextmanager
def _watched(step: str) -> Iterator[list[float]]:
    """Look out for the tasks of a step; what is yielded holds the MB of the largest, where the system tells."""
    peak, over = [0.0], Event()

    def keep_looking() -> None:
        while not over.wait(0.05):
            peak[0] = max(peak[0], *map(_megabytes, _tasks(step)), 0.0)

    watcher = Thread(target=keep_looking)
    watcher.start()
    try:
        yield peak
    finally:
        over.set()
        watcher.join()


def _tasks(step: str) -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        if f"\0step\0{step}\0" in _read(process / "cmdline"):
            yield process


def _megabytes(process: Path) -> float:
    """Return the most memory that a process has had so far."""
    lines = _read(process / "status").splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:  # it has just ended
        return ""


def keep(run: dict[str, Any], folder: Path) -> None:
    """Put a run among the results in a folder, in the place of one of its size."""
    import report

    results = folder / "results.json"
    found = json.loads(results.read_text())
    others = [one for one in found["wide"] if _size(one) != _size(run)]
    found["wide"] = sorted([*others, run], key=_size)
    results.write_text(json.dumps(found, indent=1) + "\n")
    report.write(found, folder)


def _size(run: dict[str, Any]) -> tuple[int, int]:
    return -run["fits_per_task"], run["fits"]


def main() -> None:
    """Play one tournament, by default with a fit a task, and print what it took."""
    parser = argparse.ArgumentParser(description="Run a wide tournament.")
    parser.add_argument("--one-fit-a-task", "--fits", dest="fits", type=int, default=1000, metavar="FITS")
    parser.add_argument("--fits-per-task", type=int, default=1, metavar="FITS")
    parser.add_argument("--keep", action="store_true", help="put it into results.json and RESULTS.md")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run = _play(Path(folder), given.fits, given.fits_per_task)
    print(json.dumps(run, indent=1))
    if given.keep:
        keep(run, HERE)


if __name__ == "__main__":
    main()
