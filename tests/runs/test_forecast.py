from pathlib import Path

import pytest
from checking import model, plan
from rehearsal import rehearse

from mfc.runs.forecast import Heat, forecast, points

SPEC = """
tournament Foreseen "What will be"
seed 3
param rows = 60
param k = 2
data mock.regression { n_samples = rows, n_features = 4 }
folds kfold(k + 1)
model ridge: Ridge { alpha in [0.1, 1, 10] }
model tree: DecisionTreeRegressor {
  max_depth in 1..8
  min_impurity_decrease ~ quniform(0, 1, 0.25)
  min_samples_leaf ~ lograndint(k, 20)
  splitter ~ choice(["best", "random"], weights = [3, 1])
  search random(5)
}
"""


@pytest.mark.parametrize(("given", "fits_per_task"), [({}, None), ({"k": 4}, None), ({}, 4)])
def test_what_is_foreseen_is_what_the_flow_draws(
    tmp_path: Path, given: dict[str, int], fits_per_task: int | None
) -> None:
    foreseen = forecast(plan(SPEC), given, fits_per_task)
    options = given | ({"fits_per_task": fits_per_task} if fits_per_task else {})
    played = rehearse(tmp_path, SPEC, "start", **options)
    drawn = {name: settings for model in foreseen.models for name, settings in model.candidates.items()}
    assert drawn == played.candidates
    assert [list(task) for task in foreseen.tasks or ()] == played.tasks
    assert (foreseen.n_candidates, foreseen.n_folds) == (8, given.get("k", 2) + 1)
    assert foreseen.n_fits == 8 * (given.get("k", 2) + 1)


def test_the_tournament_is_described() -> None:
    foreseen = forecast(plan(SPEC), {"rows": 10})
    assert (foreseen.tournament, foreseen.title) == ("Foreseen", "What will be")
    assert foreseen.parameters == {"rows": 10, "k": 2}
    assert (foreseen.test, foreseen.folds) == ("random(0.2)", "KFold(n_splits=parameters.k + 1)")
    assert [(model.name, model.search, model.points) for model in foreseen.models] == [
        ("ridge", "grid", 3),
        ("tree", "random(5)", None),
    ]
    assert [step.name for step in foreseen.steps] == ["start", "fit", "rank", "finish", "end"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("alpha in [1, 2]", 2),
        ('alpha in [1, 2]\nsolver in ["svd", "cholesky", "lsqr"]', 6),
        ("alpha in 1..4", 4),
        ("max_iter ~ randint(1, 9)\nsearch random(2)", 8),
        ("max_iter ~ randint(1, 9)\nalpha in [1, 2]\nsearch random(2)", 16),
        ("max_iter ~ choice([1, 2, 3], weights = [1, 1, 2])\nsearch random(2)", 3),
        ("alpha ~ uniform(1, 9)\nsearch random(2)", None),
        ("alpha = 1", 1),
        ("alpha in [1, 2]\nspace { tol in [0.1, 0.2, 0.3] }\nspace { max_iter in 1..4 }", 14),
    ],
)
def test_a_space_has_a_size(body: str, expected: int | None) -> None:
    assert points(model(body)) == expected


def test_without_a_test_there_is_no_size() -> None:
    assert forecast(plan("test none", "model ridge: Ridge { alpha in [1, 2] }"), {}).test == "none"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("alpha in 1..4_000_000_000\nmax_iter in 1..4_000_000_000", 16 * 10**18),
        ("alpha in 1..30_000_000_000\nsearch random(20_000_000_000)", 20_000_000_000),
        ("alpha ~ uniform(0, 1)\nsearch random(20_000_000_000)", 20_000_000_000),
    ],
)
def test_what_is_too_much_to_draw_is_counted(body: str, count: int) -> None:
    foreseen = forecast(plan("run { most_fits = 10 ** 30 }", f"model r: Ridge {{\n{body}\n}}"), {}, 7)
    assert foreseen.n_candidates == foreseen.models[0].n_candidates == count
    assert foreseen.n_fits == 5 * count
    assert foreseen.n_tasks == -(-5 * count // 7)
    assert (foreseen.models[0].candidates, foreseen.tasks) == ({}, None)


def test_the_fits_that_a_race_saves() -> None:
    spec = "model ridge: Ridge { alpha in 1..40 }", "race { after = [1, 3] }"
    foreseen = forecast(plan(*spec), {})
    assert foreseen.rounds == (Heat(40, 1), Heat(20, 2), Heat(10, 2))
    assert (foreseen.n_fits, foreseen.n_saved) == (100, 100)
    assert sorted(fit for task in foreseen.tasks or () for fit in task) == [(f"ridge-{i:03}", 0) for i in range(40)]
    assert foreseen.n_tasks == len(foreseen.tasks or ())


def test_a_race_over_too_few_folds_has_no_rounds() -> None:
    spec = "param k = 5", "folds kfold(k)", "model ridge: Ridge { alpha in 1..40 }", "race { after = [3] }"
    assert forecast(plan(*spec), {"k": 4}).rounds == (Heat(40, 3), Heat(20, 1))
    assert forecast(plan(*spec), {"k": 3}).rounds == ()


def test_ensembles_have_as_many_members_as_a_parameter_says() -> None:
    models = "model ridge: Ridge { alpha in [1, 2, 3] }\nmodel near: KNeighborsRegressor { n_neighbors in [3, 5] }"
    ensembles = "ensemble a: average { top = n }\nensemble b: average"
    found = forecast(plan(models, "param n = 3", ensembles), {"n": 4}).ensembles
    assert [(one.name, one.members) for one in found] == [("a", 4), ("b", None)]
