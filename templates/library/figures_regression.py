"""Figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .figures import new_figure
from .spec import TARGET

if TYPE_CHECKING:
    import pandas as pd


def prediction_figure(truth: pd.Series, predicted: pd.Series, title: str) -> Any:
    """Draw the true values over the predicted ones, at most 1,000 of them."""
    from sklearn.metrics import PredictionErrorDisplay

    figure, axes = new_figure(title, "True values over predicted ones.")
    style: dict[str, Any] = {"kind": "actual_vs_predicted", "random_state": 0, "ax": axes}
    PredictionErrorDisplay.from_predictions(truth, predicted, **style)
    axes.set(xlabel=f"predicted {TARGET}", ylabel=f"true {TARGET}")
    return figure
