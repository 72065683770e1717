"""Scoring."""

from __future__ import annotations

import logging
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING, Any

from .predicting import predict
from .report import digits
from .scores import score
from .spec import SCORES
from .training import train

if TYPE_CHECKING:
    import pandas as pd


def fit_and_score(
    candidate: str, fold: int, settings: dict[str, Any], fitting: pd.DataFrame, unseen: pd.DataFrame
) -> dict[str, Any]:
    """Train a candidate and score it on unseen rows; if that fails, record why and go on."""
    row: dict[str, Any] = {"candidate": candidate, "fold": fold}
    row |= {"n_fitting": len(fitting), "n_scoring": len(unseen)}
    try:
        began = perf_counter()
        model = train(candidate, settings, fitting)
        fitted = perf_counter()
        scores = score(model, unseen)
        times = {"fit_time": fitted - began, "score_time": perf_counter() - fitted}
        predicted = predict(model, unseen)
    except Exception as error:
        logging.exception("%s fold %d failed", candidate, fold)
        return {**row, "error": f"{type(error).__name__}: {error}".partition("\n")[0]}
    with suppress(OSError):  # the fit counts even if nobody reads the output any more
        print(candidate, "fold", fold, *(f"{name} {digits(scores[name])}" for name in SCORES))
    iterations = getattr(model, "iterations_", None)
    return {**row, **scores, **times, "iterations": iterations, "predicted": predicted}
