"""Figures."""

from __future__ import annotations

from typing import Any

from .figures import new_figure
from .figures_classes import classes_against_rest


def calibration_figure(truth: Any, chances: Any, title: str, positive: Any = None) -> Any:
    """Draw how often each class is true where it is predicted with some chance; of two, one."""
    from sklearn.calibration import CalibrationDisplay

    figure, axes = new_figure(title, "How often a class is true where it is so likely.")
    truth = truth.loc[chances.index]
    for label in classes_against_rest(truth, chances, positive):
        style: dict[str, Any] = {"n_bins": 10, "strategy": "quantile", "name": str(label)}
        CalibrationDisplay.from_predictions(truth == label, chances[label], ax=axes, **style)
    axes.set(xlabel="mean predicted chance of a class", ylabel="share of rows of that class")
    return figure


def precision_recall_figure(truth: Any, chances: Any, title: str, positive: Any = None) -> Any:
    """Draw the precision over the recall of each class against the rest; of two, one."""
    from sklearn.metrics import PrecisionRecallDisplay

    figure, axes = new_figure(title, "The precision of each class over its recall.")
    for label in classes_against_rest(truth, chances, positive):
        style: dict[str, Any] = {"name": str(label), "ax": axes}
        PrecisionRecallDisplay.from_predictions(truth == label, chances[label], **style)
    axes.set(xlabel="recall", ylabel="precision")
    return figure
