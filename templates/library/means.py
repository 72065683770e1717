"""Ensembles."""

from __future__ import annotations

from typing import Any


def weighted_mean(weights: list[int], targets: list[str]) -> Any:
    """Return the weighted mean of the members' predictions for each target, as a linear model."""
    import numpy as np
    from sklearn.linear_model import LinearRegression

    model = LinearRegression()
    model.coef_ = np.kron(np.divide(weights, sum(weights)), np.eye(len(targets)))
    model.intercept_ = 0.0
    return model
