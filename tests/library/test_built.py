"""Networks of the flows' library that a function of one's own builds."""

from __future__ import annotations

import numpy as np
import pytest
from nets import FEATURES, keras, rows

from mfc.templates.library.built import built
from mfc.templates.library.networks import Network


def wide(n_features, n_outputs, units=(3,)):
    """Build a network of one's own."""
    hidden = [keras.layers.Dense(number, "tanh") for number in units]
    return keras.Sequential([keras.layers.Input((n_features,)), *hidden, keras.layers.Dense(n_outputs)])


def fixed(units=2):
    """Build a network that asks for nothing."""
    return keras.Sequential([keras.layers.Dense(units)])


def test_a_function_of_ones_own_is_told_its_settings_and_the_shape():
    model = Network(built, build=wide, units=[7, 5], learning_rate=0.01, random_state=3, epochs=4).fit(*rows())
    keras.utils.set_random_seed(3)
    untrained = wide(FEATURES, 1, [7, 5])
    for one, other in zip(model.network().get_weights(), untrained.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)
    assert np.abs(model.network_.get_weights()[0] - untrained.get_weights()[0]).max() > 0.001


def test_a_network_of_another_shape_is_refused():
    features, target = rows()
    Network(built, build=fixed, epochs=1).fit(features, np.column_stack([target, target]))
    with pytest.raises(ValueError, match=r"outputs of shape \(2,\), and \(1,\) is needed"):
        Network(built, build=fixed, epochs=1).fit(features, target)
