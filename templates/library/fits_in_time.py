"""Tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .scoring import fit_and_score
from .spec import TIMEOUT, split_folds

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def run_fits(
    fits: Iterable[tuple[str, int]], candidates: dict[str, Any], training: pd.DataFrame
) -> list[dict[str, Any]]:
    """Train and score candidates, each on one fold, until the task's time is up."""
    folds, rest = split_folds(training), iter(fits)
    late = {"error": f"no result within {TIMEOUT:,} seconds"}
    rows: list[dict[str, Any]] = []
    for candidate, fold in rest:
        fitting, unseen = (training.iloc[part] for part in folds[fold])
        row = fit_and_score(candidate, fold, candidates[candidate], fitting, unseen)
        if "TimeoutException" in str(row["error"]):
            missed = [(candidate, fold), *rest]
            return rows + [{"candidate": name, "fold": fold, **late} for name, fold in missed]
        rows.append(row)
    return rows
