"""Scoring."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from .baseline import baseline
from .features import features_of
from .predicting import predict
from .resampling import bootstrap
from .scores import score
from .spec import SCORES, TARGET

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


def score_on_test(
    make: Callable[[], Any], rows: pd.DataFrame, seed: int | None = None
) -> dict[str, Any]:
    """Train a model and score it on unseen rows; if that fails, `error` has the reason.

    With the scores come the `model` and what it `predicted`, and with a seed for resamples of the
    rows the `interval` of the first score, if it has one.
    """
    try:
        model = make()
        found = {"model": model, **score(model, rows), "interval": None}
        first = found[next(iter(SCORES))]
        if seed is not None and first == first:  # it is not NaN
            found["interval"] = bootstrap(model, rows, seed)
        return {**found, "predicted": predict(model, rows)}
    except Exception as error:
        logging.exception("the test on the held-out rows failed")
        reason = f"{type(error).__name__}: {error}".partition("\n")[0]
        nothing = dict.fromkeys(["model", "interval", "predicted"])
        return {**nothing, **dict.fromkeys(SCORES, float("nan")), "error": reason}


def score_baseline(training: pd.DataFrame, rows: pd.DataFrame) -> dict[str, Any]:
    """Train a baseline and score it on unseen rows; if that fails, `error` has the reason.

    It is a pipeline, as candidates are, for scorers that look into one.
    """
    from sklearn.pipeline import make_pipeline

    model = make_pipeline("passthrough", baseline())
    return score_on_test(lambda: model.fit(features_of(training), training[TARGET]), rows)
