"""Scoring."""

from __future__ import annotations

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
    """Train a candidate and score it on unseen rows; a failure ends the task."""
    row: dict[str, Any] = {"candidate": candidate, "fold": fold}
    row |= {"n_fitting": len(fitting), "n_scoring": len(unseen)}
    began = perf_counter()
    model = train(candidate, settings, fitting)
    fitted = perf_counter()
    scores = score(model, unseen)
    if scores["error"]:
        raise RuntimeError(scores["error"])
    times = {"fit_time": fitted - began, "score_time": perf_counter() - fitted}
    predicted = predict(model, unseen)
    with suppress(OSError):  # the fit counts even if nobody reads the output any more
        print(candidate, "fold", fold, *(f"{name} {digits(scores[name])}" for name in SCORES))
    iterations = getattr(model, "iterations_", None)
    return {**row, **scores, **times, "iterations": iterations, "predicted": predicted}
