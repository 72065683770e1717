"""The dense network of the flows' library that drops out."""

from __future__ import annotations

from functools import partial

import numpy as np
from nets import FEATURES, dense, keras, rows
from sklearn.metrics import mean_squared_error

from mfc.templates.library.mlp_dropout import mlp, quick_dropout


def test_drops_out_after_each_hidden_layer():
    network = mlp((FEATURES, 1), None, (5, 4), dropout=0.2)
    assert [type(layer).__name__ for layer in network.layers] == ["Dense", "Dropout", "Dense", "Dropout", "Dense"]
    assert type(network.layers[1]) is keras.layers.Dropout, "which loads where the flow is not"
    assert [layer.rate for layer in network.layers[1::2]] == [0.2, 0.2]


def test_quick_dropout_is_dropout():
    ones = np.ones((1000, 50), "float32")
    layer = quick_dropout(0.3)
    dropped = layer(ones, training=True).numpy()
    assert set(np.unique(dropped)) == {np.float32(0), np.float32(1 / 0.7)}
    assert abs((dropped == 0).mean() - 0.3) < 0.01
    assert not np.array_equal(layer(ones, training=True), dropped)
    np.testing.assert_array_equal(layer(ones, training=False), ones)


def test_trains_and_repeats():
    features, target = rows(400)
    build = partial(dense, hidden_layer_sizes=(16,), learning_rate=0.01, epochs=30)
    with_dropout, without = build(dropout=0.3), build(dropout=0.0)
    predicted = with_dropout.fit(features, target).predict(features)
    assert mean_squared_error(target, predicted) < 0.3 * target.var()
    assert np.abs(predicted - without.fit(features, target).predict(features)).max() > 0.01
    np.testing.assert_array_equal(build(dropout=0.3).fit(features, target).predict(features), predicted)
