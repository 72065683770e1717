"""(f) Whether the statistics of a flow hold: studies of rows whose distribution is known, so that the truth is.

In each study twenty ridges, each of a few columns, are scored on five folds, and the winner on held-out rows, by the
functions of the flows. The truth is the winner's score on very many other rows. In one kind of study some columns say
more than others, so that the candidates differ; in the other all say the same, and the winner is one by chance.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer  # type: ignore[import-untyped]
from sklearn.linear_model import Ridge  # type: ignore[import-untyped]
from sklearn.metrics import r2_score  # type: ignore[import-untyped]
from sklearn.model_selection import KFold  # type: ignore[import-untyped]
from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]

from mfc.templates.library import resampling, resampling_rows
from mfc.templates.library.comparing import fold_scores, overlap
from mfc.templates.library.selection_best import choose

STUDIES, RESAMPLES = 200, 200
CANDIDATES, COLUMNS, USED, WEIGHT = 20, 12, 4, 0.25
TRAINING, HELD_OUT, MANY = 120, 80, 20_000


def measure(*, quick: bool) -> dict[str, Any]:
    """Tell for each kind of study how often the held-out interval covers the truth, and how far from it scores are."""
    drawn = resampling.resamples
    resampling.resamples = lambda *given: islice(resampling_rows.resamples(*given), RESAMPLES)
    studies = range(10 if quick else STUDIES)
    try:
        kinds = {
            "candidates that differ": _summary([study(number) for number in studies]),
            "candidates alike": _summary([study(number, alike=True) for number in studies]),
        }
    finally:
        resampling.resamples = drawn
    return {"studies": len(studies), "resamples": RESAMPLES, "kinds": kinds}


def _summary(studies: list[dict[str, float]]) -> dict[str, Any]:
    found = pd.DataFrame(studies)
    truth = found["truth"]
    covered = ((found["low"] <= truth) & (truth <= found["high"])).mean()
    plain, corrected = ((found[name] - truth) for name in ("plain", "corrected"))
    return {
        "covered": float(covered),
        "plain": {"off": float(plain.mean()), "distance": float(plain.abs().mean())},
        "corrected": {"off": float(corrected.mean()), "distance": float(corrected.abs().mean())},
    }


def study(number: int, *, alike: bool = False) -> dict[str, float]:
    """Return what is said of the winner of a study, and the truth."""
    random = np.random.default_rng(number)
    weights = np.full(COLUMNS, WEIGHT) if alike else random.normal(size=COLUMNS) * WEIGHT
    training, held_out, many = (rows(random, weights, size) for size in (TRAINING, HELD_OUT, MANY))
    columns = {f"ridge-{i:03}": list(random.choice(COLUMNS, USED, replace=False)) for i in range(CANDIDATES)}
    fits = pd.DataFrame(fits_of(columns, training))
    scores, ratio = fold_scores(fits), overlap(fits)
    winner = choose({}, scores, ratio)[0]
    elsewhere = [scores.loc[choose({}, scores.drop(columns=fold), ratio)[0], fold] for fold in scores]
    chosen = [f"x{column}" for column in columns[winner]]
    model = make_pipeline(make_column_transformer(("passthrough", chosen)), Ridge())
    model.fit(training.drop(columns="target"), training["target"])
    low, high, _ = resampling.bootstrap(model, held_out, number)
    truth = r2_score(many["target"], model.predict(many.drop(columns="target")))
    said = {"plain": scores.loc[winner].mean(), "corrected": np.mean(elsewhere)}
    return {**said, "low": low, "high": high, "truth": truth}


def rows(random: np.random.Generator, weights: np.ndarray, size: int) -> pd.DataFrame:
    """Draw rows with a linear target and noise."""
    features = random.normal(size=(size, len(weights)))
    table = pd.DataFrame(features).add_prefix("x")
    return table.assign(target=features @ weights + random.normal(size=size))


def fits_of(columns: dict[str, list[int]], training: pd.DataFrame) -> list[dict[str, Any]]:
    """Score each candidate on each fold."""
    features, target = training.drop(columns="target").to_numpy(), training["target"].to_numpy()
    found = []
    for fold, (fitting, unseen) in enumerate(KFold(5).split(features)):
        counts = {"fold": fold, "n_fitting": len(fitting), "n_scoring": len(unseen), "error": None}
        for name, used in columns.items():
            model = Ridge().fit(features[np.ix_(fitting, used)], target[fitting])
            r2 = r2_score(target[unseen], model.predict(features[np.ix_(unseen, used)]))
            found.append({"candidate": name, "r2": r2, **counts})
    return found
