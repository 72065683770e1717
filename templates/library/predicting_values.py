"""Scoring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .features import features_of

if TYPE_CHECKING:
    import pandas as pd
    from sklearn.pipeline import Pipeline


def predict(model: Pipeline, rows: pd.DataFrame) -> Any:
    """Return what a model predicts for each row, a column for each target if there are several."""
    import pandas as pd

    return pd.DataFrame(model.predict(features_of(rows)), rows.index).squeeze(axis=1)


def is_near_perfect(truth: Any, predicted: Any) -> bool:
    """Return whether R² is 0.99 or more, on average if there are several targets."""
    from sklearn.metrics import r2_score

    return bool(r2_score(truth, predicted) >= 0.99)


def can_vote(_: Any) -> bool:
    """Return whether an ensemble can combine predictions: all."""
    return True
