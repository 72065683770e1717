import pytest
from checking import CLASSES, plan

from mfc.catalog.figures import FIGURES
from mfc.meaning.values import Formula, ParameterValue
from mfc.plan.plan import Folds, Parameter, Report, Run, Test

SEED = ParameterValue("chance", 3)


def test_the_smallest_tournament_has_every_default() -> None:
    found = plan()
    assert (found.name, found.title, found.task, found.seed) == ("Trial", "A trial", "regression", 0)
    assert found.parameters == ()
    assert found.preprocess is None
    assert found.test == Test("random", 0.2, 0)
    assert found.folds == Folds("KFold", (("n_splits", 5),), 5)
    assert found.scores == ("r2",)
    assert found.run == Run(None, None, 1, "skip")
    assert found.report == Report("results", FIGURES["regression"], 20)


def test_a_classification_has_defaults_of_its_own() -> None:
    found = plan(CLASSES)
    assert found.task == "classification"
    assert found.test == Test("stratified", 0.2, 0)
    assert found.folds == Folds("StratifiedKFold", (("n_splits", 5),), 5)
    assert found.scores == ("accuracy",)
    assert found.report.figures == FIGURES["classification"]


def test_a_tournament_may_have_no_title() -> None:
    assert plan("tournament Short").title is None


def test_a_declared_task() -> None:
    found = plan("task classification", 'data csv("a.csv") { target = a }', CLASSES.splitlines()[1])
    assert found.task == "classification"


def test_parameters_have_the_types_of_their_defaults() -> None:
    model = "model r: Ridge { alpha in [a, b, w], max_iter = e }"
    found = plan("let w = 2", "param a = 3", "param b = 0.5", 'param e = w * 2 "Help"', model)
    assert found.parameters == (
        Parameter("a", "int", 3, None),
        Parameter("b", "float", 0.5, None),
        Parameter("e", "int", 4, "Help"),
    )


def test_strings_and_switches_are_parameters_too() -> None:
    found = plan(
        'param s = "svd"', "param f = false", "model r: Ridge { alpha in [1, 2], solver = s, fit_intercept = f }"
    )
    assert found.parameters == (Parameter("s", "str", "svd", None), Parameter("f", "bool", False, None))


def test_every_seed_is_the_tournaments_unless_given() -> None:
    found = plan(
        "param chance = 3",
        "seed chance",
        "folds shuffle_split(4)",
        "model r: Ridge { alpha ~ uniform(0, 1), search random(2) }",
        "model g: LGBMRegressor { early_stopping { patience = 3, max_iterations = 9 } }",
    )
    assert found.seed == found.test.seed == found.models[0].search.seed == SEED
    assert dict(found.folds.arguments)["random_state"] == SEED
    assert found.models[1].early_stopping
    assert found.models[1].early_stopping.seed == SEED


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("30%", Test("random", 0.3, 7)),
        ("50", Test("random", 50, 7)),
        ("share", Test("random", 0.25, 7)),
        ("none", Test("none", None, None)),
        ("random", Test("random", 0.2, 7)),
        ("random(30%)", Test("random", 0.3, 7)),
        ("random(seed = 1, size = 30%)", Test("random", 0.3, 1)),
    ],
)
def test_tests(test: str, expected: Test) -> None:
    assert plan("let share = 0.25", "seed 7", f"test {test}", "model r: Ridge { alpha in [1, share] }").test == expected


def test_a_stratified_test() -> None:
    assert plan(CLASSES, "test stratified(30%)").test == Test("stratified", 0.3, 0)


@pytest.mark.parametrize(
    ("folds", "expected"),
    [
        ("kfold", Folds("KFold", (("n_splits", 5),), 5)),
        ("kfold(3)", Folds("KFold", (("n_splits", 3),), 3)),
        ("kfold(shuffle = false)", Folds("KFold", (("n_splits", 5), ("shuffle", False)), 5)),
        (
            "kfold(shuffle = true, n_splits = 3)",
            Folds("KFold", (("n_splits", 3), ("shuffle", True), ("random_state", 7)), 3),
        ),
        ("kfold(3, true, 1)", Folds("KFold", (("n_splits", 3), ("shuffle", True), ("random_state", 1)), 3)),
        ("shuffle_split", Folds("ShuffleSplit", (("n_splits", 10), ("random_state", 7)), 10)),
        (
            "shuffle_split(2, test_size = 30%)",
            Folds("ShuffleSplit", (("n_splits", 2), ("test_size", 0.3), ("random_state", 7)), 2),
        ),
    ],
)
def test_folds(folds: str, expected: Folds) -> None:
    assert plan("seed 7", f"folds {folds}").folds == expected


def test_the_number_of_folds_may_depend_on_a_parameter() -> None:
    n_splits = Formula("+", (ParameterValue("n", 3), 1))
    assert plan("param n = 3", "folds kfold(n + 1)").folds == Folds("KFold", (("n_splits", n_splits),), n_splits)


def test_scores_stand_as_written() -> None:
    assert plan("score neg_mean_absolute_error, r2").scores == ("neg_mean_absolute_error", "r2")


def test_run() -> None:
    found = plan("let n = 4", "run { fits_per_task = 1, workers = n * 2, threads = 2, on_error = stop }")
    assert found.run == Run(1, 8, 2, "stop")


def test_report() -> None:
    found = plan('report { directory = "out", figures = [predicted_vs_true, all_scores], top = 3 }')
    assert found.report == Report("out", ("predicted_vs_true", "all_scores"), 3)
    assert plan("report { slices = [num_0, cat] }").report.slices == ("num_0", "cat")
    assert plan("report { figures = all }").report.figures == FIGURES["regression"]
    assert set(FIGURES["regression"]).difference(plan("test none").report.figures) == {"importance"}


def test_models_stand_as_declared() -> None:
    assert [model.name for model in plan("model b: Ridge", "model a: Lasso").models] == ["b", "a"]
