"""What trains the networks of the flows' library, shared by those of equal settings."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from nets import dense, rows

from mfc.templates.library import networks, shared, shared_monitored


@pytest.fixture(params=[shared, shared_monitored], ids=["plain", "monitored"])
def module(request, monkeypatch):
    """Choose one of the two alternatives."""
    monkeypatch.setattr(networks, "training_of", request.param.training_of)
    request.param.shared.clear()
    return request.param


def test_fits_of_a_setting_share_one_compilation_but_no_weights(module):
    build = partial(dense, hidden_layer_sizes=(6,))
    features, target = rows(110)
    first = build(epochs=2).fit(features[:70], target[:70], eval_X=features[70:], eval_y=target[70:])
    before = first.predict(features)
    second = build(epochs=3).fit(features, -target)

    assert module.training_of(second) is module.training_of(first)
    assert module.training_of(second).compiled.experimental_get_tracing_count() == 1
    np.testing.assert_array_equal(first.predict(features), before)
    assert np.abs(second.predict(features) - before).max() > 0.1
    again = build(epochs=2).fit(features[:70], target[:70], eval_X=features[70:], eval_y=target[70:])
    np.testing.assert_array_equal(again.predict(features), before)


def test_learning_rates_share_a_compilation_and_change_no_weight(module):
    build = partial(dense, hidden_layer_sizes=(5,), epochs=3)
    rates = [{"learning_rate": 0.1}, {}, {"learning_rate": 0.01}]
    features, target = rows()
    alone = []
    for rate in rates:
        module.shared.clear()
        alone.append(build(**rate).fit(features, target).predict(features))
    module.shared.clear()
    together = [build(**rate).fit(features, target) for rate in rates]
    [training] = module.shared.values()
    assert training.compiled.experimental_get_tracing_count() == 1
    np.testing.assert_array_equal([one.predict(features) for one in together], alone)
    assert np.abs(alone[0] - alone[2]).max() > 0.1


def test_other_settings_another_task_and_another_shape_share_nothing(module):
    features, target = rows(classes=2)
    build = partial(dense, hidden_layer_sizes=(4,), epochs=1)
    fitted = [
        build().fit(features, target),
        build(l2=0.1).fit(features, target),
        build("multilabel").fit(features, target[:, None]),
        build().fit(features[:, :2], target),
    ]
    trainings = [module.training_of(network) for network in fitted]
    assert len(set(map(id, trainings))) == len(fitted)
    assert module.training_of(fitted[-1]) is trainings[-1]
