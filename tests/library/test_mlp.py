"""The dense network of the flows' library."""

from __future__ import annotations

import numpy as np
import pytest
from nets import FEATURES, by_hand, keras

from mfc.templates.library import mlp, mlp_dropout


@pytest.mark.parametrize("module", [mlp, mlp_dropout])
@pytest.mark.parametrize("sizes", [(), (5,), [5, 4]])
def test_is_the_network_that_a_user_of_keras_would_build(module, sizes):
    keras.utils.set_random_seed(0)
    ours = module.mlp((FEATURES, 3), "softmax", sizes, l1=1e-2, l2=2e-2)
    theirs = by_hand("classification", 3, sizes, 1e-2, 2e-2)
    for one, other in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)
    assert ours.layers[-1].activation is keras.activations.softmax
    assert float(sum(ours.losses)) == pytest.approx(float(sum(theirs.losses)))


@pytest.mark.parametrize("module", [mlp, mlp_dropout])
def test_has_a_hidden_layer_of_100_by_default(module):
    keras.utils.set_random_seed(0)
    ours, theirs = module.mlp((FEATURES, 1), None), by_hand("regression", None, (100,), 0, 0)
    for one, other in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)
