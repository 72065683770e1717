"""The networks of the flows' library that tell which of several labels a row has."""

from __future__ import annotations

import numpy as np
import pytest
from nets import dense, labelled
from sklearn.metrics import check_scoring, roc_auc_score


def test_scorers_of_scikit_learn_score_labels():
    names = ["accuracy", "f1_samples", "roc_auc", "average_precision", "jaccard_samples"]
    for n_labels in (2, 3):
        features, target = labelled(200)
        target = target[:, :n_labels]
        model = dense("multilabel", learning_rate=0.01, epochs=40).fit(features, target)
        assert model.predict_proba(features).shape == target.shape
        np.testing.assert_array_equal(model.predict(features), model.predict_proba(features) > 0.5)
        scores = check_scoring(model, scoring=names)(model, features, target)
        assert all(score > 0.7 for score in scores.values())
        assert scores["roc_auc"] == pytest.approx(roc_auc_score(target, model.predict_proba(features)))
