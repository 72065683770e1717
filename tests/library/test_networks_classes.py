"""The networks of the flows' library that tell classes apart."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from nets import dense, rows
from sklearn.metrics import accuracy_score


@pytest.mark.parametrize("labels", [["mid", "high", "low"], [True, False], [7, -1, 3]])
def test_labels_are_those_of_the_data(labels):
    features, numbers = rows(120, len(labels))
    target = pd.Series(np.array(labels)[numbers])
    setting = {"hidden_layer_sizes": (6,), "learning_rate": 0.05, "epochs": 20}
    model = dense("classification", **setting).fit(features, target)
    assert model.classes_.tolist() == sorted(labels)
    predicted = model.predict(features)
    assert accuracy_score(target, predicted) > 0.7
    best = model.predict_proba(features).argmax(axis=1)
    assert predicted.tolist() == [sorted(labels)[number] for number in best]


def test_a_label_that_only_the_evaluation_rows_have_is_a_class():
    features, numbers = rows(120, 3)
    target = np.array(["a", "b", "c"])[numbers]
    known = target != "b"
    model = dense("classification", hidden_layer_sizes=(4,), epochs=4)
    model.fit(features[known], target[known], eval_X=features, eval_y=target)
    assert model.classes_.tolist() == ["a", "b", "c"]
    assert model.predict_proba(features).shape == (120, 3)
