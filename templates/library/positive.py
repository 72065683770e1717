"""Scoring."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from .spec import POSITIVE

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


class Coded:
    """A wrapper of a classifier of two classes that makes the positive one 1, the other 0."""

    def __init__(self, model: Any, positive: Any) -> None:
        import numpy as np

        self.classes_ = np.arange(2)
        self.model = model
        self.positive = positive
        self.is_last = positive == model.classes_[-1]

    def predict(self, X: Any) -> Any:
        """Return 1 for each row of the positive class."""
        return (self.model.predict(X) == self.positive).astype(int)

    def __getattr__(self, name: str) -> Any:
        """Return `predict_proba` or `decision_function`, if the model has it, in the order 0, 1."""
        method = getattr(self.model, name)
        if name == "predict_proba" and not self.is_last:
            return wraps(method)(lambda X: method(X)[:, ::-1])
        if name == "decision_function" and not self.is_last:
            return wraps(method)(lambda X: -method(X))
        return method


def with_positive(name: str) -> Callable[[Any, Any, Any], float]:
    """Return a scorer of scikit-learn for the positive class, for any labels."""
    from sklearn.metrics import get_scorer

    def scorer(model: Any, features: Any, target: Any) -> float:
        if len(model.classes_) != 2:
            return float(get_scorer(name)(model, features, target))
        positive = positive_class(model.classes_)
        coded = Coded(model, positive)
        return float(get_scorer(name)(coded, features, (target == positive).astype(int)))

    return scorer


def positive_class(classes: Any) -> Any:
    """Return the positive class: the declared one, or the one that sorts last."""
    return classes[-1] if POSITIVE is None else POSITIVE


def positive_note(labels: pd.Series) -> dict[str, Any]:
    """Return the positive class for the notes; stop if it is declared but not a label."""
    classes = sorted(labels.unique().tolist())
    if POSITIVE is not None and (POSITIVE not in classes or len(classes) != 2):
        message = f"{POSITIVE!r} cannot be the positive class: the labels are {classes}"
        raise ValueError(message)
    return {"the positive class": positive_class(classes)} if len(classes) == 2 else {}
