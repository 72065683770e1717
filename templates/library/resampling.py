"""Resampling."""

from __future__ import annotations

from copy import copy
from functools import cache, partial, wraps
from typing import TYPE_CHECKING, Any

from .features import features_of
from .resampling_rows import resamples
from .scores import first_scorer
from .spec import SCORES, TARGET

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


def remembering(model: Any, features: pd.DataFrame) -> Any:
    """Return a copy of a model that predicts once for all rows, and then looks up rows of them."""
    copied = copy(model)
    for name in ("predict", "predict_proba", "decision_function"):
        if hasattr(model, name):
            setattr(copied, name, remembered(getattr(model, name), features))
    if hasattr(model, "__sklearn_tags__"):
        copied.__sklearn_tags__ = cache(model.__sklearn_tags__)
    return copied


def remembered(method: Callable[[Any], Any], features: pd.DataFrame) -> Callable[[Any], Any]:
    """Return a method that predicts once for all rows, and anew for rows that were changed."""
    return wraps(method)(partial(look_up, method, cache(lambda: method(features)), features))


def look_up(method: Any, known: Callable[[], Any], features: pd.DataFrame, rows: Any) -> Any:
    """Return what is known of rows by their numbers, or predict if they are not as they were."""
    import numpy as np

    numbers = getattr(rows, "index", None)
    if numbers is None or not (rows.empty or rows.equals(features.reindex(numbers))):
        return method(rows)
    if isinstance(known(), list):  # of several labels
        return [one[numbers] for one in known()]
    return np.asarray(known())[numbers]


def bootstrap(model: Any, rows: pd.DataFrame, seed: int) -> tuple[float, float, float]:
    """Return the 95% interval of the first score, and the number of resamples without a score.

    It is the interval of percentiles of `scipy.stats.bootstrap`, over rows or whole groups, with
    2,000 resamples; fewer of more than 10,000 rows, so that it takes seconds.
    """
    from warnings import catch_warnings, simplefilter

    import numpy as np
    import pandas as pd
    from sklearn import config_context

    rows, scorer = rows.reset_index(drop=True), first_scorer()
    features = features_of(rows)
    target: Any = rows[TARGET]
    model, scores = remembering(model, features), []
    if type(scorer).__module__.startswith("sklearn."):
        features, target = features[[]], target.to_numpy()  # only looked up, and cheaper to check
    with catch_warnings(), config_context(assume_finite=True, skip_parameter_validation=True):
        simplefilter("ignore")
        for drawn in resamples(rows, min(2000, max(200, 20_000_000 // len(rows))), seed):
            try:
                scores.append(scorer(model, features.iloc[drawn], target.take(drawn, axis=0)))
            except Exception:  # not defined on these rows
                scores.append(np.nan)
    sign = -1 if next(iter(SCORES)).startswith("neg_") else 1
    defined = sign * pd.Series(scores, dtype=float).dropna()
    low, high = defined.quantile([0.025, 0.975])
    return low, high, 1 - len(defined) / len(scores)
