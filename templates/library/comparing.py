"""Statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .spec import SCORES

if TYPE_CHECKING:
    import pandas as pd

FEWEST_FOLDS = 5  # with which candidates are compared


def fold_scores(fits: pd.DataFrame) -> pd.DataFrame:
    """Return what ranks the candidates that finished, a column for each fold; more is better."""
    table = fits.pivot(index="candidate", columns="fold", values=next(iter(SCORES)))
    table = table.reindex(fits["candidate"].unique()).astype(float).dropna()
    if table.empty:
        reason = next(iter(fits["error"].dropna()), "scores that are not numbers")
        message = f"no candidate has a score on every fold: {reason}"
        raise RuntimeError(message)
    return table


def overlap(fits: pd.DataFrame) -> float:
    """Return the mean ratio of scored to fitted rows over the folds, which share fitted rows."""
    ratios = fits["n_scoring"] / fits["n_fitting"]
    return float(ratios.groupby(fits["fold"]).first().mean())


def corrected_error(scores: Any, ratio: float) -> Any:
    """Return the standard error of a mean over folds that share rows (Nadeau and Bengio, 2003)."""
    n_folds = scores.count(axis=1)
    errors = scores.std(axis=1) * (1 / n_folds + ratio) ** 0.5
    same = scores.eq(scores.iloc[:, 0], axis=0).sum(axis=1) == n_folds
    return errors.mask(same & errors.notna(), 0)


def compare(scores: pd.DataFrame, ratio: float, winner: str) -> pd.Series:
    """Return Holm's p of paired t tests with the winner, with that error; few folds have none."""
    import numpy as np
    from scipy.special import stdtr

    differences = scores.loc[winner] - scores.drop(winner)
    t = student(differences.mean(axis=1).abs(), corrected_error(differences, ratio))
    p = (2 * stdtr(scores.shape[1] - 1, -t)).sort_values(kind="stable")
    p = (p * np.arange(len(p), 0, -1)).cummax().clip(upper=1)
    return p if scores.shape[1] >= FEWEST_FOLDS else p * np.nan


def student(means: pd.Series, errors: pd.Series) -> pd.Series:
    """Divide means by their errors: without any error a mean is 0, or infinitely far from it."""
    ratios = (means / errors.where(errors > 0)).mask(errors == 0, means * float("inf"))
    return ratios.mask(means == 0, 0)
