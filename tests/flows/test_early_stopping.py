"""Early stopping by every library, against the same protocol written out plainly."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import keras
import lightgbm
import numpy as np
import own_models
import pytest
from catboost import CatBoostClassifier, CatBoostRegressor
from rehearsal import rehearse
from sklearn.metrics import accuracy_score, r2_score
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split
from sklearn.preprocessing import StandardScaler
from xgboost import XGBClassifier, XGBRegressor

os.environ.update(TF_NUM_INTRAOP_THREADS="1", TF_NUM_INTEROP_THREADS="1", TF_CPP_MIN_LOG_LEVEL="3")

SEED = 4
STOP = "early_stopping { patience = 5, max_iterations = 150"


class Library(NamedTuple):
    """How a library stops early by itself: `stop` fits a model and returns its best number of iterations."""

    regressor: Any
    classifier: Any
    argument: str
    fixed: dict[str, Any]
    body: str
    stop: Callable[..., int]


def stop_lightgbm(model: Any, inner: Any, target: Any, validation: Any, validation_target: Any) -> int:
    callback = lightgbm.early_stopping(5, verbose=False)
    model.fit(inner, target, eval_X=validation, eval_y=validation_target, callbacks=[callback])
    return model.best_iteration_


def stop_xgboost(model: Any, inner: Any, target: Any, validation: Any, validation_target: Any) -> int:
    model.set_params(early_stopping_rounds=5)
    model.fit(inner, target, eval_set=[(validation, validation_target)], verbose=False)
    return model.best_iteration + 1


def stop_catboost(model: Any, inner: Any, target: Any, validation: Any, validation_target: Any) -> int:
    model.fit(inner, target, eval_set=(validation, validation_target), early_stopping_rounds=5)
    return model.get_best_iteration() + 1


PLAIN = {"random_state": SEED, "n_jobs": 1}
LIBRARIES = {
    "lightgbm": Library(
        lightgbm.LGBMRegressor,
        lightgbm.LGBMClassifier,
        "n_estimators",
        {**PLAIN, "deterministic": True, "force_col_wise": True, "verbose": -1, "learning_rate": 0.3},
        "learning_rate = 0.3",
        stop_lightgbm,
    ),
    "xgboost": Library(
        XGBRegressor, XGBClassifier, "n_estimators", {**PLAIN, "max_depth": 2}, "max_depth = 2", stop_xgboost
    ),
    "catboost": Library(
        CatBoostRegressor,
        CatBoostClassifier,
        "iterations",
        {
            "random_state": SEED,
            "thread_count": 1,
            "allow_writing_files": False,
            "verbose": False,
            "depth": 3,
            "learning_rate": 0.2,
        },
        "depth = 3, learning_rate = 0.2",
        stop_catboost,
    ),
}


def spec(task: str, models: str) -> str:
    informative = ", n_informative = 4, n_redundant = 0, flip_y = 0.2" if task == "classification" else ", noise = 30"
    splitter = "stratified_kfold(3)" if task == "classification" else "kfold(3)"
    return (
        f"tournament Early\nseed {SEED}\ndata mock.{task} {{ n_samples = 200, n_features = 5{informative} }}\n"
        f"preprocess {{ numeric -> StandardScaler() }}\nfolds {splitter}\nreport {{ figures = [all_scores] }}\n"
        f"{models}\n"
    )


def play(task: str, library: Library, refit: bool, folder: Path) -> Any:
    name = library.regressor.__name__ if task == "regression" else library.classifier.__name__
    keep = "" if refit else ", refit = false"
    return rehearse(folder, spec(task, f"model one: {name} {{ {library.body}, {STOP}{keep} }} }}"))


@pytest.mark.parametrize("library", LIBRARIES.values(), ids=LIBRARIES)
@pytest.mark.parametrize(("task", "refit"), [("regression", True), ("regression", False), ("classification", True)])
def test_the_protocol(task: str, refit: bool, library: Library, tmp_path: Path) -> None:
    played = play(task, library, refit, tmp_path)
    make = library.regressor if task == "regression" else library.classifier
    rows = played.data.iloc[played.train_rows]
    features, target = rows.drop(columns="target").to_numpy(), rows["target"].to_numpy()
    splitter = KFold(3) if task == "regression" else StratifiedKFold(3)
    found = []
    for fold, (fitting, scoring) in enumerate(splitter.split(features, target)):
        strata = target[fitting] if task == "classification" else None
        inner, validation = train_test_split(fitting, test_size=0.2, random_state=SEED, stratify=strata)
        scaler = StandardScaler().fit(features[inner])
        model = make(**library.fixed, **{library.argument: 150})
        iterations = library.stop(
            model,
            scaler.transform(features[inner]),
            target[inner],
            scaler.transform(features[validation]),
            target[validation],
        )
        if refit:
            scaler = StandardScaler().fit(features[fitting])
            model = make(**library.fixed, **{library.argument: iterations})
            model.fit(scaler.transform(features[fitting]), target[fitting])
        predicted = model.predict(scaler.transform(features[scoring]))
        score = (r2_score if task == "regression" else accuracy_score)(target[scoring], predicted)
        assert played.cv_results[f"split{fold}_test_score"][0] == pytest.approx(score, rel=0, abs=1e-12)
        found.append(iterations)
    assert played.fits["iterations"].tolist() == found
    assert 1 < max(found) < 150
    assert played.iterations == np.mean(found)
    [*_, (_, final)] = getattr(played.model[-1], "estimators", played.model.steps)
    assert final.get_params()[library.argument] == round(np.mean(found))


def test_an_improvement_has_a_least_size_for_xgboost(tmp_path: Path) -> None:
    def iterations(setting: str) -> list[int]:
        model = f"model one: XGBRegressor {{ max_depth = 2, {STOP}{setting} }} }}"
        found: list[int] = rehearse(tmp_path, spec("regression", model), last="rank").fits["iterations"].tolist()
        return found

    assert max(iterations(", min_delta = 20")) < min(iterations(""))
    assert iterations(", monitor = mae") != iterations("")


def by_hand(features: np.ndarray, target: np.ndarray, epochs: int, validation: Any = None) -> tuple[Any, int]:
    """Train the user's own network as Keras does, epoch by epoch; return it with its best epoch."""
    keras.utils.set_random_seed(SEED)
    network = own_models.wide(units=6)
    network.compile(keras.optimizers.Adam(0.05), "mean_squared_error")
    network.build((None, features.shape[1]))
    shuffle, losses = np.random.default_rng(SEED).permutation, []
    for _ in range(epochs):
        order = shuffle(len(features))
        network.fit(features[order], target[order], batch_size=32, shuffle=False, verbose=0)
        if validation:
            losses.append(float(np.mean((network(validation[0]).numpy()[:, 0] - validation[1]) ** 2)))
            if len(losses) - np.argmin(losses) > 5:
                break
    return network, int(np.argmin(losses)) + 1 if validation else epochs


def test_a_network_of_ones_own_is_trained_as_keras_would(tmp_path: Path) -> None:
    stop = "early_stopping { patience = 5, max_iterations = 25 }"
    model = f"model one: keras.Model {{ build = own_models.wide, units in [6], learning_rate = 0.05, {stop} }}"
    played = rehearse(tmp_path, spec("regression", model), last="rank")
    rows = played.data.iloc[played.train_rows]
    features, target = rows.drop(columns="target").to_numpy(), rows["target"].to_numpy()
    fitting, scoring = next(KFold(3).split(features))
    inner, validation = train_test_split(fitting, test_size=0.2, random_state=SEED)
    scaler = StandardScaler().fit(features[inner])
    held_back = scaler.transform(features[validation]), target[validation]
    _, epochs = by_hand(scaler.transform(features[inner]), target[inner], 25, held_back)
    assert played.fits["iterations"].tolist()[0] == epochs
    scaler = StandardScaler().fit(features[fitting])
    network, _ = by_hand(scaler.transform(features[fitting]), target[fitting], epochs)
    predicted = network(scaler.transform(features[scoring])).numpy()[:, 0]
    np.testing.assert_allclose(played.out_of_fold["one-000", 0], predicted, rtol=1e-3, atol=1e-2)


def test_networks_of_ones_own_compete_with_dense_ones(tmp_path: Path) -> None:
    networks = """
    model own: keras.Model { build = own_models.wide, units in [2, 6], epochs = 2 }
    model dense: keras.MLP { hidden_layer_sizes in [(6,)], dropout = 0.1, epochs = 2 }
    """
    played = rehearse(tmp_path, spec("regression", networks), last="finish")
    assert sorted(played.leaderboard["candidate"]) == ["dense-000", "own-000", "own-001"]
    assert played.model.predict(played.data.drop(columns="target")).shape == (200,)


def test_a_network_of_the_wrong_shape_is_a_failed_fit(tmp_path: Path) -> None:
    network = "model own: keras.Model { build = own_models.wide, n_outputs = 3, epochs = 2 }"
    with pytest.raises(RuntimeError, match=r"the network has outputs of shape \(3,\), and \(1,\) is needed"):
        rehearse(tmp_path, spec("regression", network), last="rank")
