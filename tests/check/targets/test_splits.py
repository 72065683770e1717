import pytest
from checking import at, checked

from mfc.check.targets.splits import tasks

MANY = "model forest: RandomForestRegressor { max_leaf_nodes in 2..5001 }"


def count(*declarations: str) -> int | None:
    return tasks(checked(*declarations).outline)


def test_the_folds_of_a_candidate_are_one_task() -> None:
    assert count("model a: Ridge { alpha in [1, 2, 3] }", "model b: Lasso") == 4
    assert count("model a: Ridge { alpha ~ uniform(0, 1), search random(30) }", "folds kfold(10)") == 30
    assert count("model a: Ridge { alpha in [1, 2, 3], search random(30) }") == 3


def test_a_task_may_be_of_so_many_fits() -> None:
    model = "model a: Ridge { alpha in [1, 2, 3] }"
    assert count(model, "run { fits_per_task = 1 }") == 15
    assert count(model, "folds kfold(3)", "run { fits_per_task = 4 }") == 3
    assert count(model, "folds repeated_kfold(3, n_repeats = 4)", "run { fits_per_task = 1 }") == 36


def test_what_a_parameter_decides_counts_with_its_default() -> None:
    assert count("param n = 9", "model a: Ridge { alpha ~ uniform(0, 1), search random(n) }") == 9
    model = "model a: Ridge { alpha in [1, 2, 3] }"
    assert count("param n = 9", model, "folds kfold(n)", "run { fits_per_task = 1 }") == 27


def test_what_the_data_decide_is_not_known() -> None:
    assert count("folds predefined(fold)", "run { fits_per_task = 1 }") is None


@pytest.mark.parametrize("target", ["argo", "step-functions", "airflow"])
def test_engines_have_a_limit(target: str) -> None:
    assert at(target, MANY, "run { packages = pypi }") == [("MF651", "Trial")]
    assert at(target, MANY, "run { packages = pypi, fits_per_task = 50 }") == []


@pytest.mark.parametrize("target", ["batch", "kubernetes"])
def test_a_runner_here_has_none(target: str) -> None:
    assert at(target, MANY, "run { packages = pypi }") == []
