import pytest
from checking import CLASSES, checked, model, plan

from mfc.plan.lower import lower
from mfc.plan.plan import DataFile, Model, Resources, Run, Search
from mfc.plan.quick import quick


def quickly(body: str, estimator: str) -> Model:
    found = quick(plan(f"model one: {estimator} {{\n{body}\n}}", "model other: Lasso { alpha in [1, 2] }"), "/work")
    return found.models[0]


def test_all_of_it_is_small() -> None:
    whole = plan(
        "folds repeated_kfold(5, n_repeats = 10)",
        'run { workers = 3, threads = 2, retries = 4, timeout = 1h, schedule = daily, project = "p", packages = pypi }',
        "model forest: ExtraTreesRegressor { max_depth in 1..9, resources { gpu = 1 } }",
        "model ridge: Ridge { alpha ~ uniform(0, 1), search random(50, seed = 3) }",
    )
    found = quick(whole, "/work")
    assert (found.name, found.title, found.most_rows) == ("TrialFirstLook", "A trial: a first look", 2_000)
    assert (found.folds.n_splits, dict(found.folds.arguments)) == (
        2,
        {"n_splits": 2, "n_repeats": 1, "random_state": 0},
    )
    assert [one.search for one in found.models] == [Search("random", 2, 0), Search("random", 2, 3)]
    assert {one.resources for one in found.models} == {Resources()}
    assert found.run == Run(4, 3, 2, "skip", retries=0)
    assert (found.scores, found.seed) == (whole.scores, whole.seed)
    assert found.report == whole.report._replace(figures=whole.report.figures[:-1])
    assert whole.report.figures[-1] == "importance"  # it may take a minute


@pytest.mark.parametrize(
    ("declared", "arguments"),
    [
        ("kfold(10, shuffle = true)", {"n_splits": 2, "shuffle": True, "random_state": 0}),
        ("shuffle_split(10, test_size = 3_000)", {"n_splits": 2, "random_state": 0}),
        ("shuffle_split(10, test_size = 30%)", {"n_splits": 2, "test_size": 0.3, "random_state": 0}),
        ("time_series_split(8, gap = 500, max_train_size = 9_000)", {"n_splits": 2}),
    ],
)
def test_two_folds_of_few_rows(declared: str, arguments: dict[str, object]) -> None:
    warned_of = lower(checked(f"folds {declared}").outline)
    assert dict(quick(warned_of, "/work").folds.arguments) == arguments


def test_of_folds_that_the_data_decide_on_the_first_two_count() -> None:
    data = 'task regression\ndata csv("a.csv") { target = a, group = g }'
    folds = quick(plan(data, "test grouped(20%)", "folds leave_one_group_out"), "/work").folds
    assert (folds.splitter, folds.n_splits, folds.most) == ("LeaveOneGroupOut", None, 2)


@pytest.mark.parametrize(("declared", "size"), [("5_000", 0.2), ("30%", 0.3), ("last(700)", 0.2)])
def test_a_number_of_rows_becomes_a_share(declared: str, size: float) -> None:
    assert quick(lower(checked(f"test {declared}").outline), "/work").test.size == size
    assert quick(plan("test none"), "/work").test.size is None


def test_the_file_is_where_the_specification_is() -> None:
    found = quick(plan('task regression\ndata csv("rows/a.csv") { target = a }'), "/work")
    assert found.data.source == DataFile("/work/rows/a.csv")
    away = plan('task regression\ndata csv("s3://bucket/a.csv") { target = a }')
    assert quick(away, "/work").data == away.data
    absolute = plan('task regression\ndata csv("/data/a.csv") { target = a }')
    assert quick(absolute, "/work").data.source == DataFile("/data/a.csv")


def test_early_stopping_has_a_limit_and_nothing_else_changes() -> None:
    body = "early_stopping { patience = 10, max_iterations = 10_000 }\nmax_depth in 1..3"
    found = quickly(body, "lightgbm.LGBMRegressor")
    assert found.early_stopping == model(body, "lightgbm.LGBMRegressor").early_stopping._replace(max_iterations=50)  # type: ignore[union-attr]
    assert found.fixed == ()


@pytest.mark.parametrize(
    ("estimator", "body", "fixed", "space"),
    [
        ("RandomForestRegressor", "max_depth in [1, 2]", {"n_estimators": 50}, {"max_depth": [1, 2]}),
        ("RandomForestRegressor", "n_estimators = 500", {"n_estimators": 50}, {}),
        ("RandomForestRegressor", "n_estimators = 20", {"n_estimators": 20}, {}),
        ("RandomForestRegressor", "n_estimators in [10, 100, 500]", {}, {"n_estimators": [10, 50]}),
        (
            "RandomForestRegressor",
            "n_estimators ~ randint(100, 900)\nsearch random(3)",
            {},
            {"n_estimators": [50]},
        ),
        ("HistGradientBoostingRegressor", "max_depth in [1, 2]", {"max_iter": 50}, {"max_depth": [1, 2]}),
        ("catboost.CatBoostRegressor", "num_trees in [100, 900]", {}, {"num_trees": [50]}),
        ("SVR", "C in [1, 2]", {}, {"C": [1, 2]}),
        ("my.own.Net", "n_estimators = 500", {"n_estimators": 500}, {}),
    ],
)
def test_fits_are_short(estimator: str, body: str, fixed: dict[str, object], space: dict[str, object]) -> None:
    found = quickly(body, estimator)
    assert (dict(found.fixed), dict(found.space)) == (fixed, space)


def test_alternative_spaces_are_short_too() -> None:
    body = "space { n_estimators in [100, 200] }\nspace { n_estimators = 10, max_depth = 3 }"
    assert quickly(body, "RandomForestRegressor").alternatives == (
        (("n_estimators", [50]),),
        (("n_estimators", [10]), ("max_depth", [3])),
    )


def test_a_classification_stays_one() -> None:
    found = quick(plan(CLASSES), "/work")
    assert (found.task, found.folds.splitter, found.test.kind) == ("classification", "StratifiedKFold", "stratified")
