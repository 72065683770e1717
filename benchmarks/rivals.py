"""Play the tournament of a compiled flow in another way: `python rivals.py WAY FLOW OUTPUT [SECONDS]`.

Data, folds, candidates and estimators are the flow's own, so that only the way differs. The winner is trained on the
training rows and scored on the test rows. SECONDS are what the flow took: whoever searches by the clock has as long.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

os.environ |= dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"), "1"
)
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
from sklearn.metrics import r2_score
from sklearn.model_selection import RandomizedSearchCV, cross_val_score

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    import pandas as pd
    from sklearn.pipeline import Pipeline

WORKERS = os.cpu_count() or 1


class Game:
    """The tournament of a flow: its training rows, folds and candidates."""

    def __init__(self, flow: ModuleType) -> None:
        self.flow = flow
        self.data: pd.DataFrame = flow.load_data()
        self.training, self.testing = (self.data.iloc[rows] for rows in flow.hold_out(self.data))
        self.features, self.target = flow.features_of(self.training), self.training[flow.TARGET]
        self.folds = flow.split_folds(self.training)
        self.candidates: dict[str, dict[str, Any]] = flow.draw_candidates()
        self.model = flow.model_of(next(iter(self.candidates)))

    def estimator(self, settings: dict[str, Any]) -> Pipeline:
        """Return the flow's own pipeline with these settings, unfitted."""
        return cast("Pipeline", self.flow.build(self.model, self.features, settings))

    def score(self, settings: dict[str, Any]) -> float:
        """Return the mean score over the folds, by scikit-learn."""
        estimator = self.estimator(settings)
        return float(cross_val_score(estimator, self.features, self.target, cv=self.folds, scoring="r2").mean())

    def test(self, model: Any) -> float:
        """Return the score of a trained model on the test rows."""
        return float(r2_score(self.testing[self.flow.TARGET], model.predict(self.flow.features_of(self.testing))))

    def bare(self, candidate: str) -> float:
        """Return the mean score of a candidate over the folds, fitted and scored as the flow does."""
        return self.mean(self.fit_and_score, candidate)

    def fit_and_score(self, candidate: str, fitting: pd.DataFrame, unseen: pd.DataFrame) -> float:
        """Fit and score a candidate as the flow does."""
        return float(self.flow.fit_and_score(candidate, 0, self.candidates[candidate], fitting, unseen)["r2"])

    def keras(self, candidate: str) -> float:
        """Return the mean score over the folds of a network that Keras's own `fit` trains."""
        return self.mean(self.keras_fit, candidate)

    def keras_fit(self, candidate: str, fitting: pd.DataFrame, unseen: pd.DataFrame) -> float:
        """Train a network by Keras's own `fit` and score it."""
        pipeline = self.estimator(self.candidates[candidate])
        preparation, model = pipeline[:-1], pipeline[-1]
        prepared = np.asarray(preparation.fit_transform(self.flow.features_of(fitting)), "float32")
        network = compiled_by_keras(model, prepared.shape[1])
        network.fit(prepared, fitting[self.flow.TARGET].to_numpy(), epochs=model.settings["epochs"], verbose=0)
        prepared = np.asarray(preparation.transform(self.flow.features_of(unseen)), "float32")
        return float(r2_score(unseen[self.flow.TARGET], network.predict(prepared, verbose=0)[:, 0]))

    def mean(self, score: Callable[..., float], candidate: str) -> float:
        """Return the mean over the folds of a candidate's scores, by a function of it and both parts of a fold."""
        parts = ([self.training.iloc[rows] for rows in fold] for fold in self.folds)
        return float(np.mean([score(candidate, *rows) for rows in parts]))


class Played(NamedTuple):
    """What came of it: the mean scores of candidates that are the flow's, and the winner's score on the test rows."""

    scores: dict[str, float]
    test: float


def grid(game: Game, _: float) -> Played:
    """Play with scikit-learn's search over the flow's own candidates, on all cores."""
    from sklearn.model_selection import GridSearchCV

    estimator = game.estimator({})
    name, _model = estimator.steps[-1]
    values = [{f"{name}__{key}": [value] for key, value in settings.items()} for settings in game.candidates.values()]
    search = GridSearchCV(estimator, values, cv=game.folds, scoring="r2", n_jobs=WORKERS)
    return _searched(game, search)


def randomized(game: Game, _: float) -> Played:
    """Play with scikit-learn's search over the very distributions of the flow, on all cores."""
    options = _options(game) | {"n_iter": len(game.candidates), "cv": game.folds}
    return _searched(game, RandomizedSearchCV(**options))


def halving(game: Game, _: float) -> Played:
    """Play with scikit-learn's successive halving: as many candidates, the first rounds on few rows."""
    from sklearn.experimental import enable_halving_search_cv  # noqa: F401
    from sklearn.model_selection import HalvingRandomSearchCV

    options = _options(game) | {"n_candidates": len(game.candidates), "cv": len(game.folds)}
    search = HalvingRandomSearchCV(**options).fit(game.features, game.target)
    return Played({}, game.test(search))


def _options(game: Game) -> dict[str, Any]:
    from scipy.stats import loguniform

    spaces = {
        "gbm": {"learning_rate": loguniform(0.01, 0.1), "max_depth": range(1, 7)},
        "ridge": {"alpha": loguniform(1e-3, 1e3)},
    }
    estimator = game.estimator({})
    name, _ = estimator.steps[-1]
    space = {f"{name}__{setting}": values for setting, values in spaces[game.model].items()}
    seed = {"random_state": game.flow.SEED, "n_jobs": WORKERS}
    return {"estimator": estimator, "param_distributions": space, "scoring": "r2", **seed}


def _searched(game: Game, search: Any) -> Played:
    search.fit(game.features, game.target)
    means = map(float, search.cv_results_["mean_test_score"])
    return Played(dict(zip(game.candidates, means, strict=True)), game.test(search))


def optuna(game: Game, _: float) -> Played:
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
    winner = game.estimator(study.best_params).fit(game.features, game.target)
    return Played(dict(zip(game.candidates, scores, strict=True)), game.test(winner))


def _floats(low: float, high: float) -> Any:
    import optuna

    return optuna.distributions.FloatDistribution(low, high)


def flaml(game: Game, seconds: float) -> Played:
    """Play with FLAML, which searches LightGBM's settings by itself for as long as the flow took."""
    from flaml import AutoML

    options: dict[str, Any] = {"task": "regression", "metric": "r2", "estimator_list": ["lgbm"], "verbose": 0}
    options |= {"eval_method": "cv", "n_splits": len(game.folds), "n_jobs": WORKERS, "seed": game.flow.SEED}
    found = AutoML()
    found.fit(game.features, game.target, time_budget=seconds, **options)
    return Played({}, game.test(found))


def bare(game: Game, _: float) -> Played:
    """Fit and score in joblib's processes, and nothing else."""
    from joblib import Parallel, delayed

    means = Parallel(n_jobs=WORKERS)(delayed(game.bare)(candidate) for candidate in game.candidates)
    scores = dict(zip(game.candidates, means, strict=True))
    return Played(scores, game.fit_and_score(_best(scores), game.training, game.testing))


def keras_loop(game: Game, _: float) -> Played:
    """Train the flow's networks with Keras's own `fit`, one after the other."""
    scores = {candidate: game.keras(candidate) for candidate in game.candidates}
    return Played(scores, game.keras_fit(_best(scores), game.training, game.testing))


def _best(scores: dict[str, float]) -> str:
    return max(scores, key=scores.__getitem__)


def compiled_by_keras(model: Any, n_features: int) -> Any:
    """Return the network of one of the flow's models, ready for Keras's own `fit`, with its error as a metric."""
    model.shape_ = n_features, 1
    network = model.network()  # imports Keras, without what TensorFlow writes about CUDA
    import keras

    optimizer = keras.optimizers.Adam(model.settings.get("learning_rate", 0.001))
    error = keras.metrics.MeanSquaredError(name="error")  # the loss has the penalties in it
    network.compile(optimizer, "mean_squared_error", metrics=[error])
    return network


def seeds(game: Game) -> dict[str, Any]:
    """Find the winner and its score on the test rows by our epochs and by Keras's `fit`."""
    found = [way(game, 0.0) for way in (bare, keras_loop)]
    return {
        "seed": game.flow.SEED,
        "winners": [_best(played.scores) for played in found],
        "test": [played.test for played in found],
    }


WAYS = {
    "GridSearchCV": grid,
    "RandomizedSearchCV": randomized,
    "HalvingRandomSearchCV": halving,
    "Optuna and joblib": optuna,
    "FLAML": flaml,
    "bare fits": bare,
    "Keras fit in a loop": keras_loop,
}


def main() -> None:
    """Play, and write the scores."""
    way, flow, output, *seconds = sys.argv[1:]
    sys.path.insert(0, str(Path(flow).parent))  # where joblib's processes find it
    game = Game(importlib.import_module(Path(flow).stem))
    found = seeds(game) if way == "seeds" else WAYS[way](game, float(*seconds))._asdict()
    Path(output).write_text(json.dumps(found))


if __name__ == "__main__":
    main()
