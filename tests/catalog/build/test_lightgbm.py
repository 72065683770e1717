from inspect import signature

from lightgbm import LGBMRegressor

from mfc.catalog.build.lightgbm import boosters
from mfc.catalog.types import admits

ENTRIES = {entry.name: entry for entry in boosters()}


def test_the_signature_comes_first_and_in_order():
    named = [name for name in signature(LGBMRegressor).parameters if name != "kwargs"]
    assert list(ENTRIES["LGBMRegressor"].arguments)[: len(named)] == named


def test_aliases_are_what_they_stand_for():
    arguments = ENTRIES["LGBMRegressor"].arguments
    assert arguments["eta"].types == arguments["learning_rate"].types
    assert arguments["eta"].description == "Alias of learning_rate"
    assert arguments["feature_fraction"].types == arguments["colsample_bytree"].types
    assert arguments["lambda_l1"].description == "The L1 penalty"


def test_what_the_flow_decides_and_what_files_need_is_left_out():
    arguments = ENTRIES["LGBMClassifier"].arguments
    for name in ("num_boost_round", "seed", "num_threads", "early_stopping_rounds", "label_column", "lambda"):
        assert name not in arguments
    assert {"n_estimators", "random_state", "n_jobs"} <= set(arguments)


def test_objectives_fit_the_task():
    regressor = ENTRIES["LGBMRegressor"].arguments["objective"].types
    classifier = ENTRIES["LGBMClassifier"].arguments["objective"].types
    assert admits(regressor, "huber")
    assert not admits(regressor, "binary")
    assert admits(classifier, "multiclass")
    assert not admits(classifier, "huber")
