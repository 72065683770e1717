"""Training by a metric, of the flows' library."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from nets import dense, labelled, rows
from sklearn.metrics import accuracy_score, mean_absolute_error

from mfc.templates.library import networks
from mfc.templates.library.shared_monitored import MonitoredTraining, training_of


@pytest.fixture(autouse=True)
def _chosen(monkeypatch):
    """Let networks be trained by this module instead of its alternative."""
    monkeypatch.setattr(networks, "training_of", training_of)


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
    build = partial(dense, task, hidden_layer_sizes=(4,), learning_rate=0.02, monitor=monitor)
    model = build(epochs=12, early_stopping_round=12)
    model.fit(features, target, eval_X=eval_features, eval_y=eval_target)

    refits = [build(epochs=epochs).fit(features, target) for epochs in range(1, 13)]
    scores = [score(eval_target, refit.predict(eval_features)) for refit in refits]
    best = np.argmin(scores) if score is mean_absolute_error else np.argmax(scores)
    assert model.best_iteration_ == best + 1
    np.testing.assert_array_equal(model.predict(eval_features), refits[best].predict(eval_features))


def test_labels_stop_early_by_their_accuracy_and_with_dropout():
    features, target = labelled(200)
    build = partial(dense, "multilabel", hidden_layer_sizes=(8,), dropout=0.1, monitor="accuracy")
    model = build(epochs=60, early_stopping_round=3)
    model.fit(features[:150], target[:150], eval_X=features[150:], eval_y=target[150:])
    assert 1 < model.best_iteration_ < 60
    refit = build(epochs=model.best_iteration_).fit(features[:150], target[:150])
    np.testing.assert_array_equal(refit.predict_proba(features), model.predict_proba(features))


def test_without_a_metric_the_loss_decides():
    features, target = rows()
    build = partial(dense, hidden_layer_sizes=(4,), epochs=3)
    assert isinstance(training_of(build(monitor="mean_absolute_error").fit(features, target)), MonitoredTraining)
    for setting in ({}, {"monitor": None}):
        assert not isinstance(training_of(build(**setting).fit(features, target)), MonitoredTraining)
