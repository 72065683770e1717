"""Epochs of the flows' library, against those of Keras's own `fit`: the same weights after three of them."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

import numpy as np
import pytest
import tensorflow as tf
from nets import N, by_hand, dense, keras, labelled, rows

from mfc.templates.library import epochs
from mfc.templates.library.shared import training_of

OTHERS = ("adafactor", "ftrl", "lion", "muon", "schedulefreeadamw")


def assert_same_weights(setting, target, network, loss, *, task="regression", sample_weight=None):
    """Train for three epochs of two batches of 32 and one of 11, with the rows in the same order."""
    features, _ = rows()
    model = dense(task, **setting, epochs=3).fit(features, target, sample_weight)

    solver = keras.optimizers.get(setting.get("optimizer", "adam"))
    if setting.get("learning_rate"):
        solver.learning_rate = setting["learning_rate"]
    solver.build(network.trainable_variables)  # within `fit`, ScheduleFreeAdamW would start from zeros
    network.compile(solver, loss)
    shuffle = np.random.default_rng(0).permutation
    for _ in range(3):
        order = shuffle(N)
        weight = None if sample_weight is None else sample_weight[order]
        network.fit(features[order], target[order], sample_weight=weight, batch_size=32, shuffle=False, verbose=0)

    assert model.best_iteration_ == 3
    for ours, theirs in zip(model.network_.get_weights(), network.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-4)
    return model


@pytest.mark.parametrize(
    ("classes", "loss", "hidden", "l1", "l2", "optimizer", "rate"),
    [
        (None, "mean_squared_error", (), 0, 0, "sgd", None),
        (None, "mean_squared_error", (5, 4), 1e-2, 2e-2, "adam", 0.01),
        (None, "huber", (5,), 0, 0, "rmsprop", None),
        (2, "binary_crossentropy", (5,), 0, 0, "adam", 0.01),
        (2, "binary_crossentropy", (5,), 1e-2, 2e-2, "adam", None),
        (3, "sparse_categorical_crossentropy", (5,), 0, 0, "adam", 0.01),
        (3, "sparse_categorical_crossentropy", (5,), 1e-2, 2e-2, "adam", None),
    ],
)
def test_weights_are_those_of_keras_fit(classes, loss, hidden, l1, l2, optimizer, rate):
    setting = {"hidden_layer_sizes": hidden, "l1": l1, "l2": l2, "optimizer": optimizer, "learning_rate": rate}
    own_loss = {"loss": loss} if loss == "huber" else {}
    task = "regression" if classes is None else "classification"
    network = by_hand(task, classes, hidden, l1, l2)
    assert_same_weights({**setting, **own_loss}, rows(classes=classes)[1], network, loss, task=task)


@pytest.mark.parametrize("optimizer", OTHERS)
def test_every_optimizer_takes_the_steps_that_it_takes_in_keras(optimizer):
    setting = {"hidden_layer_sizes": (4,), "optimizer": optimizer, "learning_rate": 0.01}
    assert_same_weights(setting, rows()[1], by_hand("regression", None, (4,), 0, 0), "mean_squared_error")


@pytest.mark.parametrize("classes", [None, 3])
def test_rows_weigh_what_they_weigh_in_keras(classes):
    target = rows(classes=classes)[1]
    loss = "mean_squared_error" if classes is None else "sparse_categorical_crossentropy"
    task = "regression" if classes is None else "classification"
    network = by_hand(task, classes, (4,), 0, 0)
    weight = np.random.default_rng(1).uniform(0, 3, N)
    setting = {"hidden_layer_sizes": (4,), "learning_rate": 0.05}
    assert_same_weights(setting, target, network, loss, task=task, sample_weight=weight)


@pytest.mark.parametrize("weighted", [False, True])
def test_labels_are_learned_together(weighted):
    features, target = labelled()
    network = by_hand("multilabel", None, (4,), 1e-2, 2e-2, outputs=3)
    weight = np.random.default_rng(1).uniform(0, 3, N) if weighted else None
    setting = {"hidden_layer_sizes": (4,), "learning_rate": 0.05, "l1": 1e-2, "l2": 2e-2}
    loss = "binary_crossentropy"
    model = assert_same_weights(setting, target, network, loss, task="multilabel", sample_weight=weight)
    np.testing.assert_allclose(model.predict_proba(features), network.predict(features, verbose=0), atol=1e-3)


def test_several_targets_are_learned_together():
    features, target = rows()
    targets = np.column_stack([target, -target, target**2])
    network = by_hand("regression", None, (4,), 0, 0, outputs=3)
    model = assert_same_weights(
        {"hidden_layer_sizes": (4,), "learning_rate": 0.05}, targets, network, "mean_squared_error"
    )
    np.testing.assert_allclose(model.predict(features), network.predict(features, verbose=0), atol=1e-3)


def test_a_loss_that_mixes_rows_is_refused():
    with pytest.raises(ValueError, match="the loss is not one of each row"):
        dense(loss="dice", epochs=1).fit(*rows())


def test_the_loss_is_that_of_all_evaluation_rows_and_rows_that_fill_up_change_nothing():
    features, target = rows(75 + 300, classes=3)  # more than one batch to evaluate
    model = dense("classification", hidden_layer_sizes=(6,), epochs=1)
    model.fit(features[:75], target[:75], eval_X=features[75:], eval_y=target[75:])
    table = np.column_stack([features, target, np.ones((375, 2))]).astype("float32")
    loss, weights = next(training_of(model).epochs(table, n_training=75))
    network = by_hand("classification", 3, (6,), 0, 0)
    network.compile("adam", "sparse_categorical_crossentropy")
    network.set_weights(weights)
    assert loss == pytest.approx(network.evaluate(features[75:], target[75:], verbose=0), abs=1e-6)


def test_trains_without_xla_where_it_must_and_says_so_once(caplog):
    def strange(outputs):
        return tf.nn.relu(outputs) + 0 * tf.cast(tf.strings.length(tf.strings.as_string(outputs)), "float32")

    features, target = rows()
    build = partial(dense, hidden_layer_sizes=(4,), epochs=3)
    slow = build(activation=strange).fit(features, target)
    uncompiled = training_of(slow).compiled
    build(activation=strange).fit(features[:60], target[:60])
    assert training_of(slow).compiled is uncompiled
    [warning] = [record.getMessage() for record in caplog.records if record.name == "root"]
    assert warning.startswith("training is slow, for XLA cannot compile it: ")
    assert "\n" not in warning
    np.testing.assert_allclose(slow.predict(features), build().fit(features, target).predict(features), atol=1e-4)


SEVERAL_NETWORKS = """
import numpy as np
from mfc.templates.library.mlp import mlp
from mfc.templates.library.networks import Network
X = np.random.default_rng(0).normal(size=(40, 2))
for units in range(1, 8):
    network = Network(mlp, hidden_layer_sizes=[units], epochs=1)
    network.fit(X, X.sum(axis=1), eval_X=X, eval_y=X.sum(axis=1)).predict(X)
"""


def test_a_process_that_trains_writes_nothing():
    command = [sys.executable, "-c", SEVERAL_NETWORKS]  # nets.py has set the environment as flows do
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stderr == ran.stdout == ""


def test_errors_are_written_again_once_tensorflow_is_loaded(capfd):
    epochs.load_tensorflow()
    print("an error", file=sys.stderr, flush=True)
    assert capfd.readouterr().err == "an error\n"
