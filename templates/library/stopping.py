"""Training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .features import features_of
from .spec import TARGET, build, early_stopping, hold_back

if TYPE_CHECKING:
    import pandas as pd


def find_iterations(model: str, settings: dict[str, Any], rows: pd.DataFrame) -> tuple[int, Any]:
    """Return how long to train, by early stopping on validation rows, and on which rows: all."""
    inner, held_back = hold_back(rows, model)
    pipeline = build(model, features_of(inner), {**settings, **early_stopping(model)})
    features = pipeline[:-1].fit_transform(features_of(inner), inner[TARGET])
    unseen = pipeline[:-1].transform(features_of(held_back))
    pipeline[-1].fit(features, inner[TARGET], eval_X=unseen, eval_y=held_back[TARGET])
    return int(pipeline[-1].best_iteration_), rows
