"""Play the tournament of a compiled flow in another way: `python rivals.py WAY FLOW OUTPUT`.

Data, folds, candidates and estimators are the flow's own, so that only the way differs.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

os.environ |= dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"), "1"
)
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
from sklearn.base import clone
from sklearn.metrics import r2_score
from sklearn.model_selection import RandomizedSearchCV, cross_val_score, train_test_split

if TYPE_CHECKING:
    from types import ModuleType

    import pandas as pd

WORKERS = os.cpu_count() or 1


class Game:
    """The tournament of a flow: its training rows, folds and candidates."""

    def __init__(self, flow: ModuleType) -> None:
        self.flow = flow
        self.data: pd.DataFrame = flow.load_data()
        rows, self.test_rows = train_test_split(np.arange(len(self.data)), test_size=0.2, random_state=flow.SEED)
        self.training = self.data.iloc[rows]
        self.features, self.target = self.training.drop(columns=flow.TARGET), self.training[flow.TARGET]
        self.folds = list(_folds(flow, self))
        self.candidates: dict[str, dict[str, Any]] = flow.draw_candidates()
        self.model = next(iter(flow.BUILD))

    def estimator(self, settings: dict[str, Any]) -> Any:
        """Return the flow's own estimator with these settings, unfitted."""
        return self.flow.BUILD[self.model](settings)

    def fit_and_score(self, candidate: str, settings: dict[str, Any], *rows: pd.DataFrame) -> dict[str, Any]:
        """Fit and score as the flow does; some flows prepare the rows, others take them as they are."""
        prepared = (self.flow.PreparedRows(*rows),) if hasattr(self.flow, "PreparedRows") else rows
        return cast("dict[str, Any]", self.flow.fit_and_score(candidate, 0, settings, *prepared))

    def score(self, settings: dict[str, Any]) -> float:
        """Return the mean score over the folds, by scikit-learn."""
        estimator = self.estimator(settings)
        return float(cross_val_score(estimator, self.features, self.target, cv=self.folds, scoring="r2").mean())


def _folds(flow: ModuleType, game: Game) -> Any:
    from sklearn.model_selection import KFold

    return KFold(flow.N_FOLDS).split(game.features)


def randomized(game: Game) -> dict[str, float]:
    """Play with scikit-learn's search over the very distributions of the flow, on all cores."""
    from scipy.stats import loguniform

    spaces = {
        "gbm": {"learning_rate": loguniform(0.01, 0.1), "max_depth": range(1, 7)},
        "ridge": {"alpha": loguniform(1e-3, 1e3)},
    }
    search = RandomizedSearchCV(
        clone(game.estimator({})),
        spaces[game.model],
        n_iter=len(game.candidates),
        cv=game.folds,
        scoring="r2",
        random_state=game.flow.SEED,
        n_jobs=WORKERS,
    )
    search.fit(game.features, game.target)
    return dict(zip(game.candidates, map(float, search.cv_results_["mean_test_score"]), strict=True))


def optuna(game: Game) -> dict[str, float]:
    """Play with Optuna: its study is told of the flow's candidates, which joblib's processes score."""
    import optuna
    from joblib import Parallel, delayed

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = optuna.create_study(direction="maximize")
    trials = []
    for settings in game.candidates.values():
        plain = {name: value.item() if hasattr(value, "item") else value for name, value in settings.items()}
        ranges = {
            name: (optuna.distributions.IntDistribution if isinstance(value, int) else _floats)(value, value)
            for name, value in plain.items()
        }
        study.enqueue_trial(plain)
        trials.append(study.ask(ranges))
    scores = Parallel(n_jobs=WORKERS)(delayed(game.score)(trial.params) for trial in trials)
    for trial, score in zip(trials, scores, strict=True):
        study.tell(trial, score)
    return dict(zip(game.candidates, scores, strict=True))


def _floats(low: float, high: float) -> Any:
    import optuna

    return optuna.distributions.FloatDistribution(low, high)


def bare(game: Game) -> dict[str, float]:
    """Fit and score, one after the other, and nothing else."""
    scores = {}
    for candidate, settings in game.candidates.items():
        rows = [_bare_fit(game, candidate, settings, *fold) for fold in game.folds]
        scores[candidate] = float(np.mean(rows))
    return scores


def _bare_fit(game: Game, candidate: str, settings: dict[str, Any], fitting: Any, scoring: Any) -> float:
    rows, held = game.training.iloc[fitting], game.training.iloc[scoring]
    return float(game.fit_and_score(candidate, settings, rows, held)["scores"]["r2"])


def keras_loop(game: Game) -> dict[str, float]:
    """Train the flow's networks with Keras's own `fit`."""
    scores = {}
    for candidate, settings in game.candidates.items():
        folds = [(game.training.iloc[fitting], game.training.iloc[scoring]) for fitting, scoring in game.folds]
        scores[candidate] = float(np.mean([_keras_fit(game, settings, *fold) for fold in folds]))
    return scores


def _keras_fit(game: Game, settings: dict[str, Any], rows: pd.DataFrame, held: pd.DataFrame) -> float:
    import keras

    features, target = rows.drop(columns=game.flow.TARGET), rows[game.flow.TARGET]
    preparation = game.flow.preprocessor(features)
    prepared = np.asarray(preparation.fit_transform(features, target), "float32")
    model = game.estimator(settings)
    network = model.network(prepared.shape[1], 1)
    network.compile(keras.optimizers.Adam(model.learning_rate), "mean_squared_error")
    network.fit(prepared, target.to_numpy(), batch_size=model.batch_size, epochs=model.epochs, verbose=0)
    unseen = np.asarray(preparation.transform(held.drop(columns=game.flow.TARGET)), "float32")
    return float(r2_score(held[game.flow.TARGET], network.predict(unseen, verbose=0)[:, 0]))


def seeds(game: Game) -> dict[str, Any]:
    """Find the winner and its score on the test rows by our epochs and by Keras's `fit`."""
    testing = game.data.iloc[game.test_rows]
    ours, theirs = bare(game), keras_loop(game)
    our_winner, their_winner = max(ours, key=ours.__getitem__), max(theirs, key=theirs.__getitem__)
    held_out = game.fit_and_score(our_winner, game.candidates[our_winner], game.training, testing)
    return {
        "seed": game.flow.SEED,
        "winners": [our_winner, their_winner],
        "test": [held_out["scores"]["r2"], _keras_fit(game, game.candidates[their_winner], game.training, testing)],
    }


WAYS = {
    "RandomizedSearchCV": randomized,
    "Optuna and joblib": optuna,
    "bare fits": bare,
    "Keras fit in a loop": keras_loop,
}


def main() -> None:
    """Play, and write the scores of the candidates and the seconds without imports."""
    way, flow, output = sys.argv[1:]
    sys.path.insert(0, str(Path(flow).parent))  # where joblib's processes find it
    game = Game(importlib.import_module(Path(flow).stem))
    if way == "seeds":
        found: dict[str, Any] = seeds(game)
    else:
        begun = time.perf_counter()
        scores = WAYS[way](game)
        found = {"scores": scores, "playing": time.perf_counter() - begun}
    Path(output).write_text(json.dumps(found))


if __name__ == "__main__":
    main()
