"""Epochs of a generated flow, against those of Keras's own `fit`: the same weights after three of them."""

from __future__ import annotations

import numpy as np
import pytest
from networks import N, by_hand, keras, labelled, plain, rows

OTHERS = ("adafactor", "ftrl", "lion", "muon", "schedulefreeadamw")


def assert_same_weights(setting, target, network, loss, *, task="regression", sample_weight=None):
    """Train for three epochs of two batches of 32 and one of 11, with the rows in the same order."""
    features, _ = rows()
    model = plain[task].MLP(**setting, epochs=3)
    model.fit(features, target, sample_weight)

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
    setting = {"hidden_layer_sizes": (4,), "learning_rate": 0.05}
    model = assert_same_weights(setting, targets, network, "mean_squared_error")
    np.testing.assert_allclose(model.predict(features), network.predict(features, verbose=0), atol=1e-3)


def test_a_loss_that_mixes_rows_is_refused():
    with pytest.raises(ValueError, match="the loss is not one of each row"):
        plain["regression"].MLP(loss="dice", epochs=1).fit(*rows())
