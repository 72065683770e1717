"""Scoring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .features import features_of

if TYPE_CHECKING:
    import pandas as pd
    from sklearn.pipeline import Pipeline


def predict(model: Pipeline, rows: pd.DataFrame) -> Any:
    """Return the probability of each class, or the predictions of a model that gives none."""
    import pandas as pd

    features = features_of(rows)
    if hasattr(model, "predict_proba"):
        return pd.DataFrame(model.predict_proba(features), rows.index, model.classes_)
    return pd.DataFrame(model.predict(features), rows.index).squeeze(axis=1)


def is_near_perfect(truth: Any, predicted: Any) -> bool:
    """Return whether the balanced accuracy is 0.99 or more."""
    from sklearn.metrics import balanced_accuracy_score

    labels = predicted.idxmax(axis=1) if predicted.ndim == 2 else predicted
    return bool(balanced_accuracy_score(truth, labels) >= 0.99)


def can_vote(predicted: Any) -> bool:
    """Return whether these are probabilities, which an ensemble can combine."""
    return bool(predicted.ndim == 2)
