"""Results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .comparing import corrected_error, student
from .spec import MARGIN

if TYPE_CHECKING:
    import pandas as pd


def near_best(scores: pd.DataFrame, ratio: float) -> list[str]:
    """Return the candidates that are worse than the best by more than a margin in 5% at most."""
    best = int(scores.mean(axis=1).argmax())
    return list(scores.index[worse_by(MARGIN, scores.iloc[best] - scores, ratio) <= 0.05])


def worse_by(margin: float, differences: pd.DataFrame, ratio: float) -> pd.Series:
    """Return how probable differences over a margin are (Bayesian correlated t, Benavoli, 2017)."""
    from scipy.special import stdtr

    above = student(differences.mean(axis=1) - margin, corrected_error(differences, ratio))
    return stdtr(differences.shape[1] - 1, above)
