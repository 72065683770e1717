"""Figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .figures import new_figure

if TYPE_CHECKING:
    import pandas as pd


def prediction_figure(truth: pd.DataFrame, predicted: Any, title: str) -> Any:
    """Draw the true values over the predicted ones, at most 1,000 of them, of up to six targets."""
    import numpy as np
    from sklearn.metrics import PredictionErrorDisplay

    shown = truth.columns[:6]
    figure, axes = new_figure(title, "True values over predicted ones.", max(6, 5 * len(shown)), 6)
    axes.remove()
    panels = figure.subplots(1, len(shown), squeeze=False)[0]
    columns = np.asarray(predicted).reshape(len(truth), -1).T
    style: dict[str, Any] = {"kind": "actual_vs_predicted", "random_state": 0}
    for panel, name, values in zip(panels, shown, columns, strict=False):
        PredictionErrorDisplay.from_predictions(truth[name], values, ax=panel, **style)
        panel.set(xlabel=f"predicted {name}", ylabel=f"true {name}")
    return figure
