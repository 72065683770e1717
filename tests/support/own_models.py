"""Estimators, transformers and networks as a user has them in a module of their own, for flows to import."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin, TransformerMixin


class Shifted(RegressorMixin, BaseEstimator):
    """Predicts with another regressor, a random number aside."""

    def __init__(self, inner: Any = None, scale: float = 1.0, random_state: int | None = None) -> None:
        self.inner = inner
        self.scale = scale
        self.random_state = random_state

    def fit(self, X: Any, y: Any) -> Shifted:
        assert self.random_state is not None
        self.shift_ = np.random.default_rng(self.random_state).normal(scale=self.scale)
        self.inner.fit(X, y)
        return self

    def predict(self, X: Any) -> np.ndarray:
        return self.inner.predict(X) + self.shift_


class Jitter(TransformerMixin, BaseEstimator):
    """Adds a column of random numbers."""

    def __init__(self, columns: int = 1, random_state: int | None = None) -> None:
        self.columns = columns
        self.random_state = random_state

    def fit(self, X: Any, y: Any = None) -> Jitter:
        return self

    def transform(self, X: Any) -> np.ndarray:
        assert self.random_state is not None
        noise = np.random.default_rng(self.random_state).normal(size=(len(X), self.columns))
        return np.hstack([np.asarray(X), noise])


def wide(units: int = 8, n_outputs: int = 1, activation: str = "relu") -> Any:
    """Build a network that finds out by itself how many features there are."""
    import keras

    last = "sigmoid" if n_outputs == 1 and activation == "sigmoid" else None
    return keras.Sequential([keras.layers.Dense(units, activation), keras.layers.Dense(n_outputs, last)])
