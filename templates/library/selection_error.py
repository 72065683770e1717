"""Results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .comparing import corrected_error

if TYPE_CHECKING:
    import pandas as pd


def near_best(scores: pd.DataFrame, ratio: float) -> list[str]:
    """Return the candidates within one standard error of the best."""
    means, errors = scores.mean(axis=1), corrected_error(scores, ratio).fillna(0)
    best = int(means.argmax())
    return list(scores.index[means >= means.iloc[best] - errors.iloc[best]])
