from ast import literal_eval

import pytest
from plans import GBM, PLAN, STOPPING, VARIANTS, K, multilabel

from mfc.emit.constants import constants, environment, scores
from mfc.plan.plan import Plan


def named(plan: Plan) -> dict[str, str]:
    lines = constants(plan, "0123456789ab")
    return {name: value.partition("  #")[0] for name, _, value in (line.partition(" = ") for line in lines)}


def test_what_the_specification_says_stands_in_constants() -> None:
    found = named(PLAN)
    assert found["SPEC_DIGEST"] == "'0123456789ab'"
    assert (found["TITLE"], found["SEED"], found["N_FOLDS"]) == ("'A small tournament'", "7", "3")
    assert (found["TARGET"], found["APART"]) == ("'target'", "[TARGET]")
    assert literal_eval(found["SCORES"]) == {"r2": "R²", "neg_root_mean_squared_error": "root mean squared error"}
    assert {"DATA", "GROUP", "SIMPLEST", "TIMEOUT"}.isdisjoint(found)


def test_roles_and_settings_add_theirs() -> None:
    assert named(VARIANTS["grouped"])["APART"] == "[TARGET, GROUP, WEIGHT]"
    assert named(multilabel())["APART"] == "[*TARGET]"
    assert named(PLAN)["POSITIVE"] == "None"
    assert named(PLAN._replace(data=PLAN.data._replace(positive="churned")))["POSITIVE"] == "'churned'"
    assert named(PLAN._replace(margin=0.01))["MARGIN"] == "0.01"
    assert named(PLAN._replace(simplest=(("C", 1), ("alpha", -1))))["SIMPLEST"] == "{'C': 1, 'alpha': -1}"
    assert named(VARIANTS["much to run"])["TIMEOUT"] == "60"
    assert (
        named(PLAN._replace(models=(GBM._replace(early_stopping=STOPPING._replace(refit=False)),)))["KEPT"]
        == "('gbm',)"
    )


def test_what_a_parameter_decides_is_no_constant() -> None:
    found = named(VARIANTS["parameters everywhere"])
    assert {"SEED", "N_FOLDS"}.isdisjoint(found)
    assert K.name == "k"


def test_a_scorer_of_ones_own_goes_by_its_last_name() -> None:
    plan = PLAN._replace(scores=("my.scores.net_profit", "r2"))
    assert literal_eval(scores(plan)) == {"net_profit": "net profit", "r2": "R²"}


@pytest.mark.parametrize("threads", [1, 4])
def test_a_task_keeps_to_its_threads(threads: int) -> None:
    plan = PLAN._replace(run=PLAN.run._replace(threads=threads))
    plain = eval(environment(plan))
    assert set(plain.values()) == {str(threads)}
    assert "OMP_NUM_THREADS" in plain
    networks = plan._replace(models=(GBM._replace(estimator="keras.MLP"),))
    of_keras = eval(environment(networks))
    assert plain.items() <= of_keras.items()
    assert of_keras["TF_NUM_INTRAOP_THREADS"] == str(threads)
    assert (of_keras["TF_CPP_MIN_LOG_LEVEL"], of_keras["KERAS_BACKEND"]) == ("3", "tensorflow")
