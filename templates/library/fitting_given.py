"""Training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .features import features_of
from .spec import TARGET, WEIGHT, build, fit_arguments

if TYPE_CHECKING:
    import pandas as pd
    from sklearn.pipeline import Pipeline


def fit(model: str, settings: dict[str, Any], rows: pd.DataFrame) -> Pipeline:
    """Fit a model with these settings to the rows, with extra arguments of `fit`."""
    features = features_of(rows)
    pipeline = build(model, features, settings)
    name, estimator = pipeline.steps[-1]
    given = fit_arguments(model, settings, rows, estimator)
    given = {f"{name}__{argument}": value for argument, value in given.items()}
    return pipeline.fit(features, rows[TARGET], **given)


def weights(estimator: Any, rows: pd.DataFrame) -> dict[str, Any]:
    """Return the weights of the rows for `fit`, if the estimator supports them."""
    from sklearn.utils.validation import has_fit_parameter

    return {"sample_weight": rows[WEIGHT]} if has_fit_parameter(estimator, "sample_weight") else {}
