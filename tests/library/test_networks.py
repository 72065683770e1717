"""The networks of the flows' library, as scikit-learn and processes without the flow see them."""

from __future__ import annotations

import subprocess
import sys

import joblib
import numpy as np
import pandas as pd
import pytest
from nets import OF_TASK, N, by_hand, dense, keras, labelled, rows
from sklearn.base import is_classifier, is_regressor
from sklearn.compose import make_column_transformer
from sklearn.exceptions import NotFittedError
from sklearn.linear_model import LinearRegression
from sklearn.metrics import check_scoring
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.validation import check_is_fitted, has_fit_parameter

from mfc.templates.library.built import built
from mfc.templates.library.networks import without_this_file


@pytest.mark.parametrize(("patience", "min_delta"), [(1, 0.0), (4, 0.0), (3, 0.02)])
def test_stops_where_the_callback_of_keras_does(patience, min_delta):
    features, target = rows()
    eval_features, eval_target = rows(40, seed=1)
    stopping = {"epochs": 60, "early_stopping_round": patience, "early_stopping_min_delta": min_delta}
    model = dense(hidden_layer_sizes=(8,), learning_rate=0.1, batch_size=16, **stopping)
    model.fit(features, target, eval_X=eval_features, eval_y=eval_target)

    network = by_hand("regression", None, (8,), 0, 0)
    network.compile(keras.optimizers.Adam(0.1), "mean_squared_error")
    callback = keras.callbacks.EarlyStopping(
        "val_loss", patience=patience, min_delta=min_delta, restore_best_weights=True
    )
    callback.set_model(network)
    callback.on_train_begin()
    shuffle = np.random.default_rng(0).permutation
    network.stop_training, epoch = False, 0
    while not network.stop_training:
        order = shuffle(N)
        history = network.fit(
            features[order], target[order], 16, validation_data=(eval_features, eval_target), shuffle=False, verbose=0
        )
        callback.on_epoch_end(epoch, {"val_loss": history.history["val_loss"][0]})
        epoch += 1
    callback.on_train_end()

    assert epoch < 60
    assert model.best_iteration_ == callback.best_epoch + 1
    np.testing.assert_allclose(model.predict(eval_features), network.predict(eval_features, verbose=0)[:, 0], atol=1e-3)


def test_a_network_that_is_fitted_again_forgets_the_first_fit():
    features, target = rows()
    network = dense(hidden_layer_sizes=(4,), epochs=3)
    first = network.fit(features, target).predict(features)
    second = network.fit(features, -target).predict(features)
    assert np.abs(first - second).max() > 0.01
    np.testing.assert_array_equal(network.fit(features, target).predict(features), first)


@pytest.mark.parametrize(
    ("classes", "names"),
    [
        (None, ["r2", "neg_root_mean_squared_error"]),
        (2, ["accuracy", "roc_auc", "neg_log_loss", "f1", "average_precision", "neg_brier_score"]),
        (3, ["accuracy", "roc_auc_ovr", "neg_log_loss", "f1_macro"]),
    ],
)
def test_scorers_of_scikit_learn_score_it(classes, names):
    features, target = rows(200, classes)
    frame = pd.DataFrame(features, columns=["a", "b", "c"])
    task = "regression" if classes is None else "classification"
    model = dense(task, learning_rate=0.01, epochs=40)
    pipeline = make_pipeline(StandardScaler(), model).fit(frame, pd.Series(target))
    scores = check_scoring(pipeline, scoring=names)(pipeline, frame, pd.Series(target))
    assert list(scores) == names
    assert scores[names[0]] > 0.7
    assert np.isfinite(list(scores.values())).all()
    alone = check_scoring(model, scoring=names)(model, pipeline[0].transform(frame), target)
    assert alone == pytest.approx(scores)
    if classes:
        np.testing.assert_array_equal(model.classes_, np.arange(classes))
        np.testing.assert_allclose(model.predict_proba(features).sum(axis=1), 1, atol=1e-6)


def test_columns_of_several_kinds_are_numbers():
    features, target = rows()
    frame = pd.DataFrame(features).assign(flag=features[:, 0] > 0)
    trained = dense(hidden_layer_sizes=(4,), epochs=2).fit(frame, pd.Series(target))
    same = dense(hidden_layer_sizes=(4,), epochs=2).fit(frame.to_numpy(float), target)
    np.testing.assert_array_equal(trained.predict(frame), same.predict(frame.to_numpy(float)))


def test_scikit_learn_knows_what_it_is():
    assert is_regressor(dense())
    assert not is_classifier(dense())
    assert is_classifier(dense("classification"))
    assert is_classifier(dense("multilabel"))
    assert has_fit_parameter(dense(), "sample_weight")
    with pytest.raises(NotFittedError):
        check_is_fitted(dense())
    check_is_fitted(dense(hidden_layer_sizes=(), epochs=1).fit(*rows()))


def test_a_diverging_fit_is_an_error():
    features, target = rows()
    model = dense(hidden_layer_sizes=(), optimizer="sgd", learning_rate=1e30)
    with pytest.raises(FloatingPointError, match="the loss on the evaluation rows is"):
        model.fit(features, target, eval_X=features, eval_y=target)


def test_a_model_of_another_library_stays_as_it_is():
    pipeline = make_pipeline(StandardScaler(), LinearRegression()).fit(*rows())
    assert without_this_file(pipeline) is pipeline


def wide(n_features, n_outputs):
    """Build a network of one's own."""
    return keras.Sequential([keras.layers.Input((n_features,)), keras.layers.Dense(n_outputs)])


FRESH_PROCESS = """
import sys
import joblib
frame, models = joblib.load(sys.argv[1])
answers = {}
for name, model in models.items():
    asked = [how for how in ("predict", "predict_proba", "decision_function") if hasattr(model, how)]
    answers[name] = {how: getattr(model, how)(frame) for how in asked} | {"network": type(model[-1].model).__module__}
ours = [name for name in sys.modules if name.split(".")[0] in ("mfc", "nets", "test_networks")]
joblib.dump((answers, ours), sys.argv[2])
"""


def trained(name):
    """Train a pipeline on a frame of numbers and a flag; return it and its target."""
    features, numbers = rows(120, 3)
    kind, _, steps = name.partition(" ")
    task, target = {
        "number": ("regression", rows(120)[1]),
        "numbers": ("regression", np.column_stack([rows(120)[1], numbers])),
        "two": ("classification", pd.Series(numbers > 1)),
        "three": ("classification", pd.Series(np.array(["mid", "low", "high"])[numbers])),
        "labels": ("multilabel", labelled(120)[1]),
    }[kind]
    frame = pd.DataFrame(features, columns=["a", "b", "c"]).assign(flag=features[:, 0] > 0)
    before = [] if steps else [make_column_transformer(("passthrough", list(frame))), StandardScaler()]
    network = OF_TASK[task](built, build=wide, epochs=4) if steps == "own" else dense(task, dropout=0.1, epochs=4)
    return frame, make_pipeline(*before, network).fit(frame, target), target


def test_another_process_predicts_without_a_word_and_without_the_flow(tmp_path):
    names = ["number", "number alone", "numbers", "two", "three", "three alone", "labels", "labels alone"]
    ours = {name: trained(name) for name in [*names, "number own"]}
    frame = ours["number"][0]
    models = {name: without_this_file(pipeline) for name, (_, pipeline, _) in ours.items()}
    joblib.dump((frame, models), tmp_path / "models")
    command = [sys.executable, "-W", "error", "-c", FRESH_PROCESS, tmp_path / "models", tmp_path / "answers"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert ran.stdout == ""
    answers, modules = joblib.load(tmp_path / "answers")
    assert modules == []
    for name, (_, pipeline, target) in ours.items():
        predicted = pipeline.predict(frame)
        assert answers[name]["predict"].shape == predicted.shape
        if name.startswith("number"):
            np.testing.assert_allclose(answers[name]["predict"], predicted, atol=1e-5)
            continue
        np.testing.assert_array_equal(answers[name]["predict"], predicted)
        probabilities = pipeline.predict_proba(frame)
        np.testing.assert_allclose(answers[name]["predict_proba"], probabilities, atol=1e-6)
        decided = probabilities[:, 1] if name == "two" else probabilities
        np.testing.assert_allclose(answers[name]["decision_function"], decided, atol=1e-6)
        scoring = {"two": "roc_auc", "three": "roc_auc_ovr"}.get(name.split()[0], "average_precision")
        score, wrapped = (check_scoring(one, scoring=scoring)(one, frame, target) for one in (pipeline, models[name]))
        assert wrapped == pytest.approx(score, abs=1e-6)
    assert {answer["network"].split(".")[0] for answer in answers.values()} == {"keras"}
