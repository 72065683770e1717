"""The Keras networks of generated flows beside other models, with several targets and with labels."""

import pickle
from contextlib import chdir
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from rehearsal import Rehearsal, rehearse

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


def out_of_fold(played: Any) -> pd.DataFrame:
    """Return what the network predicted for the rows that it had not seen."""
    return pd.concat([rows for (candidate, _), rows in played.out_of_fold.items() if candidate == "net-000"])


def test_a_flow_predicts_labels(tmp_path: Path) -> None:
    data = "data mock.multilabel { n_samples = 200, n_features = 5, n_classes = 3 }\nscore f1_samples, roc_auc\n"
    data += "preprocess { numeric -> StandardScaler() }"
    played = rehearse(tmp_path, PLAYED.format(data, "dropout = 0.1", "DecisionTreeClassifier"))
    results = dict(zip(played.cv_results["candidate"], played.cv_results["mean_test_roc_auc"], strict=True))
    assert results["net-000"] > 0.6
    assert played.fits["error"].isna().tolist() == [True] * 4
    predicted = out_of_fold(played)
    assert sorted(predicted.index) == sorted(played.train_rows)
    assert predicted.shape == (160, 3)
    assert predicted.isin([0, 1]).all(axis=None)


def test_a_flow_predicts_several_targets(tmp_path: Path) -> None:
    data = "data mock.regression { n_samples = 200, n_features = 5, n_targets = 2 }\nscore r2, neg_mean_absolute_error"
    played = rehearse(tmp_path, PLAYED.format(data, "l2 = 1e-4", "DecisionTreeRegressor"))
    assert played.fits["error"].isna().tolist() == [True] * 4
    assert out_of_fold(played).shape == (160, 2)
    assert np.shape(played.model.predict(played.data)) == (200, 2)


def test_networks_are_members_that_are_trained_for_their_own_iterations(tmp_path: Path) -> None:
    data = "data mock.regression { n_samples = 200, n_features = 5 }\nensemble blend: average"
    rehearsal = Rehearsal(tmp_path, PLAYED.format(data, "l2 = 1e-4", "DecisionTreeRegressor"))
    played = rehearsal.play("rank")
    data_of_run, played.winner = played.data, "blend"
    with chdir(tmp_path):
        played.finish()
    assert played.lost_members == {}
    module, features = rehearsal.module, rehearsal.module.features_of(data_of_run)
    alone = {
        name: module.train(name, played.candidates[name], data_of_run, played.iterations[name]).predict(features)
        for name in ("net-000", "tree-000")
    }
    again = pickle.loads(pickle.dumps(played.model))
    expected = sum(np.ravel(predicted) for predicted in alone.values()) / 2
    np.testing.assert_allclose(again.predict(features), expected, rtol=1e-4, atol=1e-4)
    assert type(dict(again.estimators)["net-000"].estimator[-1]).__module__.startswith("keras")
