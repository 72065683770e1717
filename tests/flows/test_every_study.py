"""Studies of every kind, played by a flow and searched by scikit-learn: the same rows, candidates and scores."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest
from flows import Runner
from lightgbm import LGBMRegressor, early_stopping
from own_scores import profit
from rehearsal import rehearse
from sklearn.base import clone
from sklearn.compose import make_column_transformer
from sklearn.datasets import make_friedman1, make_multilabel_classification, make_regression
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LogisticRegression, MultiTaskLasso, Ridge
from sklearn.metrics import check_scoring
from sklearn.model_selection import (
    GridSearchCV,
    GroupKFold,
    GroupShuffleSplit,
    KFold,
    LeaveOneGroupOut,
    PredefinedSplit,
    RepeatedKFold,
    RepeatedStratifiedKFold,
    ShuffleSplit,
    StratifiedGroupKFold,
    StratifiedShuffleSplit,
    TimeSeriesSplit,
    train_test_split,
)
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR
from sklearn.tree import DecisionTreeClassifier

SEED = 5
N = 90
RANDOM = np.random.default_rng(3)


def rows() -> pd.DataFrame:
    """Return a table with a column for every role."""
    a, b, c = RANDOM.normal(size=(3, N))
    y = 2 * a - b + RANDOM.normal(size=N)
    kind = np.select([y > 1, y > -1], ["high", "middle"], "low")
    return pd.DataFrame(
        {
            "a": a,
            "b": b,
            "c": c,
            "y": y,
            "kind": kind,
            "who": [f"p{i}" for i in RANDOM.integers(0, 9, N)],
            "day": pd.date_range("2025-01-01", periods=N).strftime("%Y-%m-%d")[RANDOM.permutation(N)],
            "w": RANDOM.uniform(0.2, 3, N),
            "fold": RANDOM.integers(-1, 3, N),
        }
    )


ROWS = rows()
FEATURES = ["a", "b", "c"]
NUMBERS = 'data csv("rows.csv") {{ target = y, numeric = [a, b, c], drop = [kind, {}], {} }}\n'
KINDS = 'data csv("rows.csv") {{ target = kind, numeric = [a, b, c], drop = [y, {}], {} }}\n'
PREPROCESS = "preprocess { numeric -> StandardScaler() }\n"
SCALED = make_column_transformer((StandardScaler(), FEATURES))


class Study(NamedTuple):
    """A study as the language says it, and what scikit-learn needs for the same."""

    spec: str
    estimator: Any
    space: dict[str, list[Any]]
    features: pd.DataFrame
    target: Any
    splitter: Any
    test: tuple[Any, Any] | None
    scores: dict[str, Any]
    groups: Any = None
    weights: Any = None


def at_random(n: int = N, **options: Any) -> tuple[Any, Any]:
    return tuple(train_test_split(np.arange(n), test_size=0.2, random_state=SEED, **options))


def named(*scores: str) -> dict[str, Any]:
    return {score: score for score in scores}


def by_day(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values("day", ignore_index=True)


def multilabel() -> Study:
    x, y = make_multilabel_classification(N, 6, n_classes=4, random_state=SEED)
    spec = (
        "data mock.multilabel { n_samples = 90, n_features = 6, n_classes = 4 }\nfolds kfold(3)\n"
        "score f1_samples, accuracy, roc_auc\n"
        "model one: RandomForestClassifier { n_estimators = 5, max_depth in 1..3 }\n"
    )
    forest = RandomForestClassifier(5, random_state=SEED)
    scores = named("f1_samples", "accuracy", "roc_auc")
    return Study(spec, forest, {"max_depth": [1, 2, 3]}, pd.DataFrame(x), y, KFold(3), at_random(), scores)


def labels_of_neighbours() -> Study:
    x, y = make_multilabel_classification(N, 6, n_classes=3, random_state=SEED)
    spec = (
        "data mock.multilabel { n_samples = 90, n_features = 6, n_classes = 3 }\n"
        "folds shuffle_split(3, test_size = 30%)\nmodel one: KNeighborsClassifier { n_neighbors in [3, 7] }\n"
    )
    splitter = ShuffleSplit(3, test_size=0.3, random_state=SEED)
    space = {"n_neighbors": [3, 7]}
    return Study(spec, KNeighborsClassifier(), space, pd.DataFrame(x), y, splitter, at_random(), named("f1_samples"))


def several_targets() -> Study:
    x, y = make_regression(N, 5, n_targets=3, noise=20, random_state=SEED)
    spec = (
        "data mock.regression { n_samples = 90, n_features = 5, n_targets = 3, noise = 20 }\n"
        "folds repeated_kfold(3, n_repeats = 2)\nscore neg_mean_absolute_error, r2\n"
        "model one: MultiTaskLasso { alpha in [0.1, 1, 10] }\n"
    )
    splitter = RepeatedKFold(n_splits=3, n_repeats=2, random_state=SEED)
    scores = named("neg_mean_absolute_error", "r2")
    space = {"alpha": [0.1, 1, 10]}
    return Study(spec, MultiTaskLasso(random_state=SEED), space, pd.DataFrame(x), y, splitter, at_random(), scores)


def friedman() -> Study:
    x, y = make_friedman1(N, 6, noise=1.0, random_state=SEED)
    spec = (
        "data mock.friedman1 { n_samples = 90, n_features = 6, noise = 1.0 }\n"
        "folds repeated_kfold(2, n_repeats = 3, seed = 9)\nmodel one: SVR { C in [1, 100] }\n"
    )
    splitter = RepeatedKFold(n_splits=2, n_repeats=3, random_state=9)
    return Study(spec, SVR(), {"C": [1, 100]}, pd.DataFrame(x), y, splitter, at_random(), named("r2"))


def grouped() -> Study:
    spec = (
        NUMBERS.format("day, fold, w", "group = who")
        + PREPROCESS
        + "test grouped(20%)\nfolds group_kfold(3)\nscore neg_mean_squared_error, r2\n"
        "model one: Ridge { alpha in [0.1, 1, 10] }\n"
    )
    [test] = GroupShuffleSplit(1, test_size=0.2, random_state=SEED).split(ROWS, groups=ROWS["who"])
    ridge = make_pipeline(SCALED, Ridge(random_state=SEED))
    space = {"ridge__alpha": [0.1, 1, 10]}
    scores = named("neg_mean_squared_error", "r2")
    return Study(spec, ridge, space, ROWS[FEATURES], ROWS["y"], GroupKFold(3), test, scores, ROWS["who"])


def one_group_out() -> Study:
    spec = (
        NUMBERS.format("day, fold", "group = who, weight = w")
        + "test none\nfolds leave_one_group_out\nmodel one: Ridge { alpha in [0.1, 1] }\n"
    )
    groups, weights = ROWS["who"], ROWS["w"]
    return Study(
        spec,
        make_pipeline(Ridge(random_state=SEED)),
        {"ridge__alpha": [0.1, 1]},
        ROWS[FEATURES],
        ROWS["y"],
        LeaveOneGroupOut(),
        None,
        named("r2"),
        groups,
        weights,
    )


def grouped_classes() -> Study:
    spec = (
        KINDS.format("day, fold, w", "group = who")
        + PREPROCESS
        + "test grouped(2)\nfolds stratified_group_kfold(3, shuffle = true)\nscore accuracy, neg_log_loss\n"
        "model one: LogisticRegression { C in [0.01, 1] }\n"
    )
    [test] = GroupShuffleSplit(1, test_size=2, random_state=SEED).split(ROWS, groups=ROWS["who"])
    model = make_pipeline(SCALED, LogisticRegression(random_state=SEED))
    splitter = StratifiedGroupKFold(3, shuffle=True, random_state=SEED)
    scores = named("accuracy", "neg_log_loss")
    space = {"logisticregression__C": [0.01, 1]}
    return Study(spec, model, space, ROWS[FEATURES], ROWS["kind"], splitter, test, scores, ROWS["who"])


def timed() -> Study:
    spec = (
        NUMBERS.format("who, fold, w", "time = day")
        + "test last(20%)\nfolds time_series_split(4, gap = 3, max_train_size = 40)\n"
        "model one: RandomForestRegressor { n_estimators = 5, max_depth in [1, 4] }\n"
    )
    ordered = by_day(ROWS)
    forest = RandomForestRegressor(5, random_state=SEED)
    test = tuple(train_test_split(np.arange(N), test_size=0.2, shuffle=False))
    splitter = TimeSeriesSplit(4, gap=3, max_train_size=40)
    return Study(spec, forest, {"max_depth": [1, 4]}, ordered[FEATURES], ordered["y"], splitter, test, named("r2"))


def weighted() -> Study:
    spec = (
        NUMBERS.format("day, fold, who", "weight = w")
        + "folds kfold(3, shuffle = true)\nscore neg_median_absolute_error, r2\n"
        "model one: RandomForestRegressor { n_estimators = 5, max_depth in [1, 4] }\n"
    )
    forest = make_pipeline(RandomForestRegressor(5, random_state=SEED))
    splitter = KFold(3, shuffle=True, random_state=SEED)
    scores = named("neg_median_absolute_error", "r2")
    space = {"randomforestregressor__max_depth": [1, 4]}
    return Study(spec, forest, space, ROWS[FEATURES], ROWS["y"], splitter, at_random(), scores, weights=ROWS["w"])


def predefined() -> Study:
    spec = (
        KINDS.format("day, who, w", "").replace(",  }", " }")
        + "test none\nfolds predefined(fold)\nmodel one: DecisionTreeClassifier { max_depth in [1, 3] }\n"
    )
    tree = DecisionTreeClassifier(random_state=SEED)
    splitter = PredefinedSplit(ROWS["fold"])
    scores = named("accuracy")
    return Study(spec, tree, {"max_depth": [1, 3]}, ROWS[FEATURES], ROWS["kind"], splitter, None, scores)


def repeated_classes() -> Study:
    spec = (
        KINDS.format("day, who, w, fold", "").replace(",  }", " }")
        + "folds repeated_stratified_kfold(3, n_repeats = 2)\nscore balanced_accuracy, roc_auc_ovr, f1_macro\n"
        "model one: DecisionTreeClassifier { max_depth in [1, 3] }\n"
    )
    tree = DecisionTreeClassifier(random_state=SEED)
    splitter = RepeatedStratifiedKFold(n_splits=3, n_repeats=2, random_state=SEED)
    scores = named("balanced_accuracy", "roc_auc_ovr", "f1_macro")
    test = at_random(stratify=ROWS["kind"])
    return Study(spec, tree, {"max_depth": [1, 3]}, ROWS[FEATURES], ROWS["kind"], splitter, test, scores)


def strata_drawn_again() -> Study:
    spec = (
        KINDS.format("day, who, w, fold", "").replace(",  }", " }")
        + "test stratified(25%)\nfolds stratified_shuffle_split(3, test_size = 30%)\n"
        "model one: DecisionTreeClassifier { max_depth in [1, 3] }\n"
    )
    tree = DecisionTreeClassifier(random_state=SEED)
    splitter = StratifiedShuffleSplit(3, test_size=0.3, random_state=SEED)
    test = tuple(train_test_split(np.arange(N), test_size=0.25, random_state=SEED, stratify=ROWS["kind"]))
    space = {"max_depth": [1, 3]}
    return Study(spec, tree, space, ROWS[FEATURES], ROWS["kind"], splitter, test, named("accuracy"))


def own_score() -> Study:
    spec = (
        NUMBERS.format("day, who, w, fold", "").replace(",  }", " }")
        + PREPROCESS
        + "folds kfold(3)\nscore own_scores.profit, r2\nmodel one: Ridge { alpha in [0.1, 100] }\n"
    )
    ridge = make_pipeline(SCALED, Ridge(random_state=SEED))
    space = {"ridge__alpha": [0.1, 100]}
    scores = {"profit": profit, "r2": "r2"}
    return Study(spec, ridge, space, ROWS[FEATURES], ROWS["y"], KFold(3), at_random(), scores)


STUDIES = {
    make.__name__: make
    for make in (
        multilabel,
        labels_of_neighbours,
        several_targets,
        friedman,
        grouped,
        one_group_out,
        grouped_classes,
        timed,
        weighted,
        predefined,
        repeated_classes,
        strata_drawn_again,
        own_score,
    )
}


def text(study: Study) -> str:
    task = "classification" if "target = kind" in study.spec else "regression"
    head = f"tournament Study\nseed {SEED}\n{'' if 'mock' in study.spec else f'task {task}'}\n"
    return f"{head}{study.spec}report {{ figures = [all_scores] }}\n"


def chosen(values: Any, rows: Any) -> Any:
    return values.iloc[rows] if hasattr(values, "iloc") else values[rows]


def assert_same(played: Any, study: Study) -> None:
    training = study.test[0] if study.test else np.arange(len(study.features))
    np.testing.assert_array_equal(played.train_rows, training)
    fitting: dict[str, Any] = {}
    if study.weights is not None:
        # given to a step and not to the search, which would weigh its scores too
        fitting[f"{study.estimator.steps[-1][0]}__sample_weight"] = chosen(study.weights, training)
    if study.groups is not None:
        fitting["groups"] = chosen(study.groups, training)
    splitter = study.splitter
    scores = study.scores if len(study.scores) > 1 else next(iter(study.scores.values()))
    search = GridSearchCV(study.estimator, study.space, scoring=scores, cv=splitter, refit=False)
    expected = search.fit(chosen(study.features, training), chosen(study.target, training), **fitting).cv_results_
    results = played.cv_results
    short = [{name.rpartition("__")[2]: value for name, value in found.items()} for found in expected["params"]]
    assert list(results["params"]) == short
    compared = 0
    for key, values in expected.items():
        if key.startswith(("split", "mean_test", "std_test", "rank")):
            np.testing.assert_allclose(results[key], values, rtol=0, atol=1e-12, err_msg=key)
            compared += 1
    assert compared > 3
    primary = f"mean_test_{next(iter(study.scores))}" if len(study.scores) > 1 else "mean_test_score"
    best = int(np.argmax(expected[primary]))
    assert played.winner == results["candidate"][best]
    if study.test:
        model = clone(study.estimator).set_params(**expected["params"][best])
        rest = {name: value for name, value in fitting.items() if name != "groups"}
        model.fit(chosen(study.features, training), chosen(study.target, training), **rest)
        held_out = [chosen(values, study.test[1]) for values in (study.features, study.target)]
        for name, score in check_scoring(scoring=study.scores)(model, *held_out).items():
            natural = -score if name.startswith("neg_") else score
            assert played.test_scores[name.removeprefix("neg_")] == pytest.approx(natural, rel=0, abs=1e-12)


@pytest.mark.parametrize("make", STUDIES.values(), ids=STUDIES)
def test_a_study_is_scikit_learns_own(make: Any, tmp_path: Path) -> None:
    ROWS.to_csv(tmp_path / "rows.csv", index=False)
    study = make()
    assert_same(rehearse(tmp_path, text(study)), study)


@pytest.mark.parametrize("make", [grouped_classes])
def test_a_study_is_scikit_learns_own_in_a_run(make: Any, runner: Runner) -> None:
    ROWS.to_csv(runner.folder / "rows.csv", index=False)
    study = make()
    assert_same(runner.play(text(study) + "run { fits_per_task = 100 }\n"), study)


BOOSTER = "model one: lightgbm.LGBMRegressor { num_leaves = 4, early_stopping { patience = 2, max_iterations = 60 } }\n"


@pytest.mark.parametrize("role", ["group = who", "time = day"])
def test_validation_rows_keep_groups_together_and_come_last_in_time(role: str, tmp_path: Path) -> None:
    ROWS.to_csv(tmp_path / "rows.csv", index=False)
    grouping = role.startswith("group")
    data = NUMBERS.format("day, w, fold" if grouping else "who, w, fold", role)
    folds = "folds group_kfold(3)" if grouping else "folds time_series_split(3)"
    played = rehearse(tmp_path, f"tournament Study\nseed {SEED}\ntask regression\n{data}test none\n{folds}\n{BOOSTER}")
    table = ROWS if grouping else by_day(ROWS)
    splitter = GroupKFold(3) if grouping else TimeSeriesSplit(3)
    found = played.fits["iterations"].tolist()
    for iterations, (fitting, _) in zip(found, splitter.split(table, groups=table["who"]), strict=True):
        part = table.iloc[fitting]
        if grouping:
            [parts] = GroupShuffleSplit(1, test_size=0.2, random_state=SEED).split(part, groups=part["who"])
            inner, validation = (part.iloc[rows] for rows in parts)
            assert set(inner["who"]).isdisjoint(validation["who"])
        else:
            inner, validation = train_test_split(part, test_size=0.2, shuffle=False)
            assert inner["day"].max() < validation["day"].min()
        fixed = {"deterministic": True, "force_col_wise": True, "verbose": -1, "n_jobs": 1, "random_state": SEED}
        model = LGBMRegressor(n_estimators=60, num_leaves=4, **fixed)
        stop = early_stopping(2, True, verbose=False)
        evaluation = {"eval_X": validation[FEATURES], "eval_y": validation["y"]}
        model.fit(inner[FEATURES], inner["y"], callbacks=[stop], **evaluation)
        assert iterations == model.best_iteration_
