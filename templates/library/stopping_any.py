"""Training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .features import features_of
from .fitting import fit_arguments
from .spec import KEPT, TARGET, build, early_stopping, hold_back

if TYPE_CHECKING:
    import pandas as pd


def find_iterations(model: str, settings: dict[str, Any], rows: pd.DataFrame) -> tuple[int, Any]:
    """Return how long to train, by early stopping on validation rows, and on which rows.

    Models that are kept are trained on the inner rows, others on all.
    """
    inner, held_back = hold_back(rows, model)
    pipeline = build(model, features_of(inner), {**settings, **early_stopping(model)})
    [(_, estimator)] = getattr(pipeline[-1], "estimators", pipeline.steps[-1:])
    features = pipeline[:-1].fit_transform(features_of(inner), inner[TARGET])
    unseen = pipeline[:-1].transform(features_of(held_back))
    given = fit_arguments(model, settings, inner, estimator)
    iterations = stop(estimator, (features, inner[TARGET]), (unseen, held_back[TARGET]), given)
    return iterations, rows.loc[inner.index] if model in KEPT else rows


def stop(estimator: Any, rows: tuple[Any, Any], held_back: tuple[Any, Any], given: Any) -> int:
    """Fit an estimator with early stopping; return its best number of iterations."""
    match type(estimator).__module__.partition(".")[0]:
        case "xgboost":
            estimator.fit(*rows, eval_set=[held_back], verbose=False, **given)
            return int(estimator.best_iteration) + 1  # counted from 0
        case "catboost":
            estimator.fit(*rows, eval_set=held_back, **given)
            return int(estimator.tree_count_)
    estimator.fit(*rows, eval_X=held_back[0], eval_y=held_back[1], **given)
    return int(estimator.best_iteration_)
