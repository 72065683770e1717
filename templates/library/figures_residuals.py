"""Figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .figures import new_figure

if TYPE_CHECKING:
    import pandas as pd


def residuals_figure(truth: pd.Series | pd.DataFrame, predicted: Any, title: str) -> Any:
    """Draw what is left of the true values over the predicted ones, of up to six targets."""
    import numpy as np
    import pandas as pd
    from sklearn.metrics import PredictionErrorDisplay

    table = pd.DataFrame(truth).iloc[:, :6]
    caption = "True values minus predicted ones, over the predicted ones."
    figure, axes = new_figure(title, caption, max(6, 5 * table.shape[1]), 6)
    axes.remove()
    panels = figure.subplots(1, table.shape[1], squeeze=False)[0]
    columns = np.asarray(predicted).reshape(len(table), -1).T
    style: dict[str, Any] = {"kind": "residual_vs_predicted", "random_state": 0}
    for panel, (name, values), guessed in zip(panels, table.items(), columns, strict=False):
        PredictionErrorDisplay.from_predictions(values, guessed, ax=panel, **style)
        panel.set(xlabel=f"predicted {name}", ylabel=f"true {name} minus predicted {name}")
    return figure
