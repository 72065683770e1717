"""Ensembles."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from .combining import combine
from .scores import first_score


def recalled(votes: Any) -> Any:
    """Return a member that predicts what it did for rows that it was not trained on."""

    def predict(X: Any) -> Any:
        """Look up what was predicted for these rows."""
        return votes.loc[X.index].squeeze(axis=1).to_numpy()

    known = {"predict": predict, "predict_proba": predict, "classes_": votes.columns}
    return SimpleNamespace(**known, feature_names_in_=None)


def mean_score(votes: dict[int, Any], rows: Any) -> float:
    """Return the mean over folds of the first score of votes, where it is defined."""
    import pandas as pd

    scores = []
    for part in votes.values():
        model = combine({"": recalled(part)}, {"weights": {"": 1}})
        scores.append(first_score(model, rows.loc[part.index]))
    return float(pd.Series(scores, dtype=float).mean())
