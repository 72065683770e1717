"""The names that the generated half defines, with values for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    import pandas as pd

SPEC_DIGEST = "0123456789ab"
TITLE = "A tournament for tests"
SEED = 0
TARGET: Any = "target"
GROUP = "group"
WEIGHT = "weight"
APART = ["target"]
POSITIVE: Any = None
SCORES = {"r2": "R²", "neg_mean_absolute_error": "mean absolute error"}
KEPT: tuple[str, ...] = ()
SIMPLEST = {"alpha": -1}
MARGIN = 0.01
TIMEOUT = 60
STOP_AFTER = 7200


def split_folds(rows: pd.DataFrame) -> list[tuple[np.ndarray, np.ndarray]]:
    """Split training rows into (fitting, scoring) rows."""
    from sklearn.model_selection import KFold

    return list(KFold(n_splits=3).split(rows))


def hold_back(rows: pd.DataFrame, model: str) -> Iterable[pd.DataFrame]:
    """Split fitting rows into inner rows and validation rows for early stopping."""
    from sklearn.model_selection import train_test_split

    parts: list[pd.DataFrame] = train_test_split(rows, test_size=0.2, random_state=len(model))
    return parts


def early_stopping(model: str) -> dict[str, Any]:
    """Return the settings with which a model stops early; the first is its iterations."""
    return {"n_estimators": 50, "early_stopping_round": 3} if model == "gbm" else {}


def build(model: str, features: pd.DataFrame, settings: dict[str, Any]) -> Any:
    """Return a candidate, unfitted: the preprocessing, then its model."""
    from sklearn.compose import make_column_transformer
    from sklearn.pipeline import make_pipeline

    columns = make_column_transformer(("passthrough", list(features.columns)))
    if model == "gbm":
        from lightgbm import LGBMRegressor

        return make_pipeline(columns, LGBMRegressor(verbose=-1, random_state=SEED, **settings))
    from sklearn.linear_model import Ridge

    return make_pipeline(columns, Ridge(**settings))


def scorers() -> dict[str, Any]:
    """Return the scorers by name."""
    return {name: name for name in SCORES}


def fit_arguments(*_: Any) -> dict[str, Any]:
    """Return what else the `fit` of a model is given."""
    return {}
