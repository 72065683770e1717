"""Estimators, transformers and networks as a user has them in a module of their own, for flows to import."""

from __future__ import annotations

import os
import signal
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin, TransformerMixin
from sklearn.tree import DecisionTreeRegressor


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


class Fragile(RegressorMixin, BaseEstimator):
    """A random tree whose process is killed, or that fails, where it is fitted to a certain number of rows.

    All of them fail on as many rows as the environment variable `FRAGILE` says.
    """

    def __init__(self, killed_at: int = 0, fails_at: int = 0, random_state: int | None = None) -> None:
        self.killed_at = killed_at
        self.fails_at = fails_at
        self.random_state = random_state

    def fit(self, X: Any, y: Any) -> Fragile:
        if len(X) == self.killed_at:
            os.kill(os.getpid(), signal.SIGKILL)
        if len(X) in (self.fails_at, int(os.environ.get("FRAGILE", "0"))):
            message = f"{len(X)} rows are too many"
            raise RuntimeError(message)
        self.tree_ = DecisionTreeRegressor(max_features=0.4, random_state=self.random_state).fit(X, y)
        return self

    def predict(self, X: Any) -> np.ndarray:
        return self.tree_.predict(X)


class Mean(RegressorMixin, BaseEstimator):
    """Predicts the mean, and has no attribute that says that it is fitted."""

    def fit(self, X: Any, y: Any) -> Mean:
        self.mean = np.mean(y)
        return self

    def predict(self, X: Any) -> np.ndarray:
        return np.full(len(X), self.mean)


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
