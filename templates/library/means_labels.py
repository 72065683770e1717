"""Ensembles."""

from __future__ import annotations

from typing import Any


def weighted_mean(weights: list[int], targets: list[str]) -> Any:
    """Return a model that gives a row the labels with more than half of the votes."""
    import numpy as np
    from sklearn.linear_model import RidgeClassifier

    nothing, n_targets = np.zeros((2, len(weights) * len(targets))), len(targets)
    model = RidgeClassifier().fit(nothing, [[0] * n_targets, [1] * n_targets])
    model.coef_ = np.kron(weights, np.eye(n_targets))
    model.intercept_ = -sum(weights) / 2
    return model
