"""(c) What a fit costs beside itself, from ten fits to ten thousand of a small linear model, and (d) the memory.

`python benchmarks/wide.py --one-fit-a-task 1000` is the long form, for `make soak`.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from flows import compiled, played

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
    run = played(flow, "--fits_per_task", str(fits_per_task))
    spent = run["seconds"] * (os.cpu_count() or 1)
    return {**run, "scores": None, "fits_per_task": fits_per_task, "overhead": (spent - run["fit_seconds"]) / fits}


def main() -> None:
    """Play one tournament with a fit a task, and print what it took."""
    parser = argparse.ArgumentParser(description="Run many tasks of one fit each.")
    parser.add_argument("--one-fit-a-task", type=int, default=1000, metavar="FITS")
    fits = parser.parse_args().one_fit_a_task
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(_play(Path(folder), fits, 1), indent=1))


if __name__ == "__main__":
    main()
