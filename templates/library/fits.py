"""Tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .scoring import fit_and_score
from .spec import split_folds

if TYPE_CHECKING:
    import pandas as pd


def run_fits(fits: Any, candidates: Any, training: pd.DataFrame) -> list[dict[str, Any]]:
    """Train and score candidates, each on one fold of the training rows."""
    folds = split_folds(training)
    rows = []
    for candidate, fold in fits:
        fitting, unseen = (training.iloc[part] for part in folds[fold])
        rows.append(fit_and_score(candidate, fold, candidates[candidate], fitting, unseen))
    return rows
