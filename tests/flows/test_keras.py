"""The Keras network of a generated flow, against Keras itself."""

from __future__ import annotations

import pickle
import subprocess
import sys
import warnings
from functools import partial

import numpy as np
import pandas as pd
import pytest
import tensorflow as tf
from networks import FEATURES, FLOWS, N, by_hand, full, keras, labelled, plain, rows
from rehearsal import rehearse
from sklearn.base import is_classifier, is_regressor
from sklearn.exceptions import NotFittedError
from sklearn.metrics import accuracy_score, check_scoring, mean_absolute_error, mean_squared_error, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.validation import check_is_fitted


@pytest.mark.parametrize(("patience", "min_delta"), [(1, 0.0), (4, 0.0), (3, 0.02)])
def test_stops_where_the_callback_of_keras_does(patience, min_delta):
    features, target = rows()
    eval_features, eval_target = rows(40, seed=1)
    setting = {"hidden_layer_sizes": (8,), "learning_rate": 0.1, "batch_size": 16}
    model = plain["regression"].MLP(**setting, epochs=60)
    model.fit(features, target, eval_X=eval_features, eval_y=eval_target, patience=patience, min_delta=min_delta)

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


@pytest.mark.parametrize(
    ("classes", "monitor", "score"),
    [
        (None, "mean_absolute_error", mean_absolute_error),
        (2, "accuracy", accuracy_score),
        (3, "accuracy", accuracy_score),
    ],
)
def test_keeps_the_epoch_that_is_best_by_the_monitored_metric(classes, monitor, score):
    task = "regression" if classes is None else "classification"
    features, target = rows(classes=classes)
    eval_features, eval_target = rows(40, classes, seed=1)
    setting = {"hidden_layer_sizes": (4,), "learning_rate": 0.02, "monitor": monitor}
    model = full[task].MLP(**setting, epochs=12)
    model.fit(features, target, eval_X=eval_features, eval_y=eval_target, patience=12)

    refits = [full[task].MLP(**setting, epochs=epochs).fit(features, target) for epochs in range(1, 13)]
    scores = [score(eval_target, refit.predict(eval_features)) for refit in refits]
    best = np.argmin(scores) if score is mean_absolute_error else np.argmax(scores)
    assert model.best_iteration_ == best + 1
    np.testing.assert_array_equal(model.predict(eval_features), refits[best].predict(eval_features))


def test_fits_of_a_setting_share_one_compilation_but_no_weights():
    module = plain["regression"]
    build = partial(module.MLP, hidden_layer_sizes=(6,))
    features, target = rows(110)
    module.shared_training.cache_clear()
    first = build(epochs=2).fit(features[:70], target[:70], eval_X=features[70:], eval_y=target[70:])
    before = first.predict(features)
    second = build(epochs=3).fit(features, -target)

    assert module.shared_training.cache_info().misses == 1
    assert module.shared_training(second, FEATURES, 1).compiled.experimental_get_tracing_count() == 1
    np.testing.assert_array_equal(first.predict(features), before)
    assert np.abs(second.predict(features) - before).max() > 0.1
    again = build(epochs=2).fit(features[:70], target[:70], eval_X=features[70:], eval_y=target[70:])
    np.testing.assert_array_equal(again.predict(features), before)


def test_rows_that_fill_up_change_nothing(monkeypatch):
    module = plain["classification"]
    features, target = rows(110, classes=3)

    def predictions():
        module.shared_training.cache_clear()
        model = module.MLP(hidden_layer_sizes=(6,), epochs=5)
        model.fit(features[:75], target[:75], eval_X=features[75:], eval_y=target[75:])
        return model.best_iteration_, model.predict_proba(features)

    best, probabilities = predictions()
    monkeypatch.setattr(module, "ROWS", 400)
    filled_best, filled = predictions()
    assert filled_best == best
    np.testing.assert_allclose(filled, probabilities, atol=1e-6)


def test_a_call_of_fewer_epochs_trains_the_same(monkeypatch):
    features, target = rows()
    module = plain["regression"]
    build = partial(module.MLP, hidden_layer_sizes=(6,), epochs=11)
    many = build().fit(features, target).predict(features)
    monkeypatch.setattr(module, "EPOCHS", 3)
    module.shared_training.cache_clear()
    np.testing.assert_allclose(build().fit(features, target).predict(features), many, atol=1e-6)


def test_dropout_trains_and_repeats():
    features, target = rows(400)
    build = partial(full["regression"].MLP, hidden_layer_sizes=(16,), learning_rate=0.01, epochs=30)
    with_dropout, without = build(dropout=0.3), build(dropout=0.0)
    predicted = with_dropout.fit(features, target).predict(features)
    assert mean_squared_error(target, predicted) < 0.3 * target.var()
    assert np.abs(predicted - without.fit(features, target).predict(features)).max() > 0.01
    np.testing.assert_array_equal(build(dropout=0.3).fit(features, target).predict(features), predicted)
    assert [type(layer) for layer in with_dropout.network_.layers][1] is keras.layers.Dropout


def test_fast_dropout_is_dropout():
    ones = np.ones((1000, 50), "float32")
    layer = full["regression"].fast_dropout()(0.3)
    dropped = layer(ones, training=True).numpy()
    assert set(np.unique(dropped)) == {np.float32(0), np.float32(1 / 0.7)}
    assert abs((dropped == 0).mean() - 0.3) < 0.01
    assert not np.array_equal(layer(ones, training=True), dropped)
    np.testing.assert_array_equal(layer(ones, training=False), ones)


FRESH_PROCESS = """
import pickle, sys
import numpy as np
directory, here = sys.argv[1:]
with open(f"{directory}/network.pickle", "rb") as file:
    network = pickle.load(file)
features, target = np.load(f"{directory}/data.npy", allow_pickle=True)
features = np.array(features.tolist())
unpickled = network(features.astype("float32")).numpy()[:, 0]
sys.path.insert(0, here)
from full_regression_flow import MLP
model = MLP(hidden_layer_sizes=(8,), dropout=0.2, l1=1e-3, epochs=5).fit(features, np.array(target.tolist()))
np.save(f"{directory}/predictions.npy", [unpickled, model.predict(features)])
"""


def test_another_process_trains_and_unpickles_the_same_network(tmp_path):
    features, target = rows()
    model = full["regression"].MLP(hidden_layer_sizes=(8,), dropout=0.2, l1=1e-3, epochs=5).fit(features, target)
    (tmp_path / "network.pickle").write_bytes(pickle.dumps(model.network_))
    data = np.empty(2, object)
    data[:] = features, target
    np.save(tmp_path / "data.npy", data)
    subprocess.run([sys.executable, "-c", FRESH_PROCESS, tmp_path, FLOWS], check=True)
    unpickled, trained = np.load(tmp_path / "predictions.npy")
    np.testing.assert_array_equal(unpickled, model.predict(features))
    np.testing.assert_array_equal(trained, model.predict(features))


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
    model = plain[task].MLP(learning_rate=0.01, epochs=40)
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


def test_scorers_of_scikit_learn_score_labels():
    names = ["accuracy", "f1_samples", "roc_auc", "average_precision", "jaccard_samples"]
    for n_labels in (2, 3):
        features, target = labelled(200)
        target = target[:, :n_labels]
        model = plain["multilabel"].MLP(learning_rate=0.01, epochs=40).fit(features, target)
        assert model.predict_proba(features).shape == target.shape
        np.testing.assert_array_equal(model.predict(features), model.predict_proba(features) > 0.5)
        scores = check_scoring(model, scoring=names)(model, features, target)
        assert all(score > 0.7 for score in scores.values())
        assert scores["roc_auc"] == pytest.approx(roc_auc_score(target, model.predict_proba(features)))


def test_labels_stop_early_by_their_accuracy_and_with_dropout():
    features, target = labelled(200)
    model = full["multilabel"].MLP(hidden_layer_sizes=(8,), dropout=0.1, monitor="accuracy", epochs=60)
    model.fit(features[:150], target[:150], eval_X=features[150:], eval_y=target[150:], patience=3)
    assert 1 < model.best_iteration_ < 60
    refit = full["multilabel"].MLP(hidden_layer_sizes=(8,), dropout=0.1, monitor="accuracy")
    refit.epochs = model.best_iteration_
    refit.fit(features[:150], target[:150])
    np.testing.assert_array_equal(refit.predict_proba(features), model.predict_proba(features))


PLAYED = """
tournament Several
{}
folds kfold(2)
model net: keras.MLP {{
  hidden_layer_sizes in [(4,)], learning_rate = 0.05, {}
  early_stopping {{ patience = 2, max_iterations = 20 }}
}}
model tree: {} {{ max_depth in [2] }}
"""


def test_a_flow_predicts_labels(tmp_path):
    data = "data mock.multilabel { n_samples = 200, n_features = 5, n_classes = 3 }\nscore f1_samples, roc_auc\n"
    data += "preprocess { numeric -> StandardScaler() }"
    played = rehearse(tmp_path, PLAYED.format(data, "dropout = 0.1", "DecisionTreeClassifier"), "refit")
    results = dict(zip(played.cv_results["candidate"], played.cv_results["mean_test_roc_auc"], strict=True))
    assert results["net-000"] > 0.6
    assert [row["error"] for row in played.fits] == [None] * 4
    predicted = [rows for (candidate, _), rows in played.out_of_fold.items() if candidate == "net-000"]
    assert np.isin(np.vstack(predicted), [0, 1]).all()


def test_a_flow_predicts_several_targets(tmp_path):
    data = "data mock.regression { n_samples = 200, n_features = 5, n_targets = 2 }\nscore r2, neg_mean_absolute_error"
    played = rehearse(tmp_path, PLAYED.format(data, "l2 = 1e-4", "DecisionTreeRegressor"), "refit")
    assert [row["error"] for row in played.fits] == [None] * 4
    predicted = [rows for (candidate, _), rows in played.out_of_fold.items() if candidate == "net-000"]
    assert np.vstack(predicted).shape == (160, 2)


def test_scikit_learn_knows_what_it_is():
    regressor, classifier = plain["regression"].MLP(), plain["classification"].MLP()
    assert is_regressor(regressor)
    assert not is_classifier(regressor)
    assert is_classifier(classifier)
    assert is_classifier(plain["multilabel"].MLP())
    with pytest.raises(NotFittedError):
        check_is_fitted(regressor)
    check_is_fitted(plain["regression"].MLP(hidden_layer_sizes=(), epochs=1).fit(*rows()))


def test_a_diverging_fit_is_an_error():
    features, target = rows()
    model = plain["regression"].MLP(hidden_layer_sizes=(), optimizer="sgd", learning_rate=1e30)
    with pytest.raises(FloatingPointError, match="the loss on the evaluation rows is"):
        model.fit(features, target, eval_X=features, eval_y=target)


def test_trains_without_xla_where_it_must_and_says_so_once(monkeypatch):
    def strange(outputs):
        return tf.nn.relu(outputs) + 0 * tf.cast(tf.strings.length(tf.strings.as_string(outputs)), "float32")

    features, target = rows()
    module = plain["regression"]
    monkeypatch.setattr(module.Training, "has_warned", False)
    build = partial(module.MLP, hidden_layer_sizes=(4,), epochs=3)
    with pytest.warns(UserWarning, match="XLA cannot compile") as caught:
        slow = build(activation=strange).fit(features, target)
    uncompiled = module.shared_training(slow, FEATURES, 1).compiled
    build(activation=strange).fit(features[:60], target[:60])
    assert module.shared_training(slow, FEATURES, 1).compiled is uncompiled
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        build(activation=strange, l2=0.1).fit(features, target)
    assert sum("XLA" in str(warning.message) for warning in caught) == 1
    np.testing.assert_allclose(slow.predict(features), build().fit(features, target).predict(features), atol=1e-4)
