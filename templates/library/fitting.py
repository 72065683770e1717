"""Training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .features import features_of
from .spec import TARGET, build

if TYPE_CHECKING:
    import pandas as pd
    from sklearn.pipeline import Pipeline


def fit(model: str, settings: dict[str, Any], rows: pd.DataFrame) -> Pipeline:
    """Fit a model with these settings to the rows."""
    features = features_of(rows)
    return build(model, features, settings).fit(features, rows[TARGET])


def fit_arguments(*_: Any) -> dict[str, Any]:
    """Return the extra arguments of a model's `fit`: none."""
    return {}
