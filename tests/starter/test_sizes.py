import resource
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from flows import clean_environment

from mfc.starter.sizes import BUDGET, SIZES, seconds, size_for

MFC = Path(sys.executable).with_name("mfc")
TWO_MINUTES_OF_TWO_CORES = 240


def test_sizes_go_from_large_to_small() -> None:
    costs = [seconds(size, 50_000, 20, "regression", 0) for size in SIZES]
    assert costs == sorted(costs, reverse=True)


@pytest.mark.parametrize("n_rows", [100, 1_000, 10_000, 100_000])
@pytest.mark.parametrize("task", ["regression", "classification"])
def test_tables_of_up_to_100_000_rows_are_within_the_budget(n_rows: int, task: str) -> None:
    size = size_for(n_rows, 20, task, 2)  # type: ignore[arg-type]
    assert seconds(size, n_rows, 20, task, 2) <= BUDGET  # type: ignore[arg-type]


def test_what_is_never_within_it_is_as_small_as_can_be() -> None:
    assert size_for(10_000_000, 500, "classification", 8) == SIZES[-1]


def test_small_tables_are_studied_in_full() -> None:
    assert size_for(200, 5, "regression", 0) == SIZES[0]


def customers(n_rows: int) -> pd.DataFrame:
    """Make a table of eleven columns of every kind, and two targets: `bought` and `spent`."""
    rng = np.random.default_rng(0)
    rows = pd.DataFrame(
        {
            "age": rng.integers(18, 90, n_rows),
            "income": np.where(rng.random(n_rows) < 0.05, np.nan, np.exp(rng.normal(10, 0.7, n_rows)).round(2)),
            "height": rng.normal(170, 10, n_rows).round(1),
            "distance": rng.exponential(12, n_rows).round(2),
            "visits": rng.poisson(4, n_rows),
            "pressure": rng.normal(120, 15, n_rows).round(1),
            "ratio": rng.uniform(0, 1, n_rows).round(4),
            "region": rng.choice(["north", "south", "east", "west"], n_rows),
            "plan": rng.choice(["basic", "plus", "pro"], n_rows),
            "town": rng.choice([f"town {i}" for i in range(40)], n_rows),
            "joined": pd.Timestamp("2015-01-01") + pd.to_timedelta(rng.integers(0, 3_600, n_rows), unit="D"),
        }
    )
    signal = 0.04 * (rows["age"] - 50) + 1.2 * np.sin(6 * rows["ratio"]) + (rows["plan"] == "pro")
    bought = np.where(signal + rng.logistic(0, 1, n_rows) > 0, "yes", "no")
    return rows.assign(bought=bought, spent=(200 + 50 * signal + rng.normal(0, 40, n_rows)).round(2))


@pytest.mark.soak
@pytest.mark.parametrize(
    ("n_rows", "target", "other"),
    [(1_000, "bought", "spent"), (100_000, "bought", "spent"), (100_000, "spent", "bought")],
)
def test_the_study_takes_at_most_two_minutes_of_two_cores(tmp_path: Path, n_rows: int, target: str, other: str) -> None:
    """Processor time is measured, since the clock is also that of whatever else the machine does."""
    customers(n_rows).drop(columns=other).to_csv(tmp_path / "customers.csv", index=False)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for words in (["init", "study.mf", "--data", "customers.csv", "--target", target], ["run", "study.mf"]):
        subprocess.run([MFC, *words], cwd=tmp_path, env=clean_environment(tmp_path), check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime <= TWO_MINUTES_OF_TWO_CORES
