import pytest
from sklearn.datasets import make_regression
from sklearn.dummy import DummyRegressor
from sklearn.metrics import get_scorer, get_scorer_names

from mfc.catalog.build.scorers import scorers

SCORERS = {scorer.name: scorer for scorer in scorers()}


def test_every_scorer_is_in():
    assert list(SCORERS) == get_scorer_names()


@pytest.mark.parametrize("name", [name for name, scorer in SCORERS.items() if "regression" in scorer.tasks])
def test_regression_scorers_score_numbers(name):
    x, y = make_regression(20, random_state=0)
    positive = abs(y) + 1
    assert get_scorer(name)(DummyRegressor().fit(x, positive), x, positive) == pytest.approx(0, abs=1e9)


def test_which_score_two_classes_only():
    binary = {name for name, scorer in SCORERS.items() if scorer.classes == "binary"}
    assert binary == {
        "f1",
        "jaccard",
        "neg_negative_likelihood_ratio",
        "positive_likelihood_ratio",
        "precision",
        "recall",
        "roc_auc",
    }


def test_which_need_probabilities():
    assert {name for name, scorer in SCORERS.items() if scorer.probabilities} == {
        "d2_brier_score",
        "d2_log_loss_score",
        "neg_brier_score",
        "neg_log_loss",
        "roc_auc_ovo",
        "roc_auc_ovo_weighted",
        "roc_auc_ovr",
        "roc_auc_ovr_weighted",
    }


def test_clusterings_are_no_task():
    assert {name for name, scorer in SCORERS.items() if not scorer.tasks} == {
        "adjusted_mutual_info_score",
        "adjusted_rand_score",
        "completeness_score",
        "fowlkes_mallows_score",
        "homogeneity_score",
        "mutual_info_score",
        "normalized_mutual_info_score",
        "rand_score",
        "v_measure_score",
    }
