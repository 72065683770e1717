"""Spaces, steps, arguments of `fit`, estimators inside others: as scikit-learn's own searches have them."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest
from flows import Runner
from own_models import Jitter, Shifted
from rehearsal import Rehearsal, rehearse
from scipy import stats
from sklearn.base import BaseEstimator
from sklearn.compose import TransformedTargetRegressor, make_column_transformer
from sklearn.decomposition import PCA
from sklearn.ensemble import (
    AdaBoostRegressor,
    BaggingRegressor,
    RandomForestRegressor,
    StackingRegressor,
    VotingRegressor,
)
from sklearn.feature_selection import SelectKBest, f_regression
from sklearn.linear_model import Lasso, Ridge, SGDClassifier, SGDRegressor
from sklearn.model_selection import GridSearchCV, KFold, RandomizedSearchCV, cross_validate
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import MinMaxScaler, QuantileTransformer, StandardScaler
from sklearn.svm import SVR
from sklearn.tree import DecisionTreeRegressor
from xgboost import XGBClassifier

SEED = 11
SPEC = f"tournament Kinds\nseed {SEED}\ndata mock.regression {{ n_samples = 150, n_features = 5, noise = 20 }}\n"
SPEC += "report { figures = [all_scores] }\n"
TREE = DecisionTreeRegressor(max_depth=3, random_state=SEED)


class Kind(NamedTuple):
    """A model as the language declares it; the same for scikit-learn, its steps in a pipeline that ends in `model`."""

    declaration: str
    pipeline: list[tuple[str, BaseEstimator]]
    space: Any
    draws: int | None = None

    def search(self, features: Any, target: Any) -> dict[str, Any]:
        """Search as scikit-learn does."""
        pipeline, common = Pipeline(self.pipeline), {"cv": KFold(3), "refit": False, "scoring": "r2"}
        if self.draws is None:
            return GridSearchCV(pipeline, self.space, **common).fit(features, target).cv_results_
        search = RandomizedSearchCV(pipeline, self.space, n_iter=self.draws, random_state=SEED, **common)
        return search.fit(features, target).cv_results_


KINDS = {
    "conditional spaces": Kind(
        """SVR {
          C in [1, 10]
          space { kernel = "linear" }
          space { kernel = "rbf", gamma in [0.01, 0.1] }
          space { kernel in ["poly"], degree in 2..3 }
        }""",
        [("model", SVR())],
        [
            {"model__C": [1, 10], "model__kernel": ["linear"]},
            {"model__C": [1, 10], "model__kernel": ["rbf"], "model__gamma": [0.01, 0.1]},
            {"model__C": [1, 10], "model__kernel": ["poly"], "model__degree": [2, 3]},
        ],
    ),
    "conditional draws": Kind(
        """SVR {
          C ~ loguniform(0.1, 100)
          space { kernel = "linear" }
          space { kernel = "rbf", gamma ~ scipy.stats.gamma(2, scale = 0.05) }
          search random(6)
        }""",
        [("model", SVR())],
        [
            {"model__C": stats.loguniform(0.1, 100), "model__kernel": ["linear"]},
            {
                "model__C": stats.loguniform(0.1, 100),
                "model__kernel": ["rbf"],
                "model__gamma": stats.gamma(2, scale=0.05),
            },
        ],
        6,
    ),
    "tuned steps": Kind(
        """KNeighborsRegressor {
          n_neighbors in [3, 7]
          preprocess { numeric -> StandardScaler() -> QuantileTransformer(n_quantiles = 20, subsample = 50) }
          step best: SelectKBest { k in [3, 4] }
          step pca: PCA { n_components in [2, 3], svd_solver = "randomized" }
        }""",
        [
            (
                "columns",
                make_column_transformer(
                    (
                        Pipeline(
                            [
                                ("a", StandardScaler()),
                                ("b", QuantileTransformer(n_quantiles=20, subsample=50, random_state=SEED)),
                            ]
                        ),
                        [f"num_{i}" for i in range(5)],
                    )
                ),
            ),
            ("best", SelectKBest()),
            ("pca", PCA(svd_solver="randomized", random_state=SEED)),
            ("model", KNeighborsRegressor()),
        ],
        {"best__k": [3, 4], "model__n_neighbors": [3, 7], "pca__n_components": [2, 3]},
    ),
    "boosting of an estimator": Kind(
        """AdaBoostRegressor {
          estimator in [DecisionTreeRegressor(max_depth = 3), Ridge()]
          n_estimators = 5
        }""",
        [("model", AdaBoostRegressor(n_estimators=5, random_state=SEED))],
        {"model__estimator": [TREE, Ridge(random_state=SEED)]},
    ),
    "bagging of an estimator": Kind(
        "BaggingRegressor { estimator = DecisionTreeRegressor(max_depth = 3), n_estimators in [2, 5] }",
        [("model", BaggingRegressor(TREE, random_state=SEED))],
        {"model__n_estimators": [2, 5]},
    ),
    "lists of estimators": Kind(
        """VotingRegressor {
          estimators = [("forest", RandomForestRegressor(n_estimators = 3)), ("lasso", Lasso())]
          weights in [none, [1, 3]]
        }""",
        [
            (
                "model",
                VotingRegressor(
                    [
                        ("forest", RandomForestRegressor(n_estimators=3, random_state=SEED)),
                        ("lasso", Lasso(random_state=SEED)),
                    ]
                ),
            )
        ],
        {"model__weights": [None, [1, 3]]},
    ),
    "stacking": Kind(
        """StackingRegressor {
          estimators = [("tree", DecisionTreeRegressor(max_depth = 3)), ("lasso", Lasso())]
          final_estimator = Ridge(alpha = 2)
          passthrough in [true, false]
        }""",
        [
            (
                "model",
                StackingRegressor(
                    [("tree", TREE), ("lasso", Lasso(random_state=SEED))], Ridge(alpha=2, random_state=SEED)
                ),
            )
        ],
        {"model__passthrough": [True, False]},
    ),
    "a transformed target": Kind(
        "TransformedTargetRegressor { regressor in [Ridge(), Lasso(alpha = 3)], transformer = MinMaxScaler() }",
        [("model", TransformedTargetRegressor(transformer=MinMaxScaler()))],
        {"model__regressor": [Ridge(random_state=SEED), Lasso(alpha=3, random_state=SEED)]},
    ),
    "an estimator of one's own": Kind(
        """own_models.Shifted {
          inner = RandomForestRegressor(n_estimators = 3)
          scale in [1, 5]
          step jitter: own_models.Jitter { columns in [1, 2] }
        }""",
        [
            ("jitter", Jitter(random_state=SEED)),
            ("model", Shifted(RandomForestRegressor(n_estimators=3, random_state=SEED), random_state=SEED)),
        ],
        {"jitter__columns": [1, 2], "model__scale": [1, 5]},
    ),
    "a candidate that cannot be fitted": Kind(
        """Ridge {
          step best: SelectKBest { k in [9, 2], score_func = sklearn.feature_selection.f_regression }
          solver in ["svd", "lbfgs"]
        }""",
        [("best", SelectKBest(f_regression)), ("model", Ridge(random_state=SEED))],
        {"best__k": [9, 2], "model__solver": ["svd", "lbfgs"]},
    ),
}


def training_rows(played: Any) -> tuple[Any, Any]:
    rows = played.data.iloc[played.train_rows]
    return rows.drop(columns="target"), rows["target"]


def unprefixed(params: dict[str, Any]) -> dict[str, Any]:
    return {name.removeprefix("model__"): value for name, value in params.items()}


@pytest.mark.filterwarnings("ignore:.*fits failed", "ignore:One or more", "ignore:k=9")
@pytest.mark.parametrize("name", KINDS)
def test_a_search_is_scikit_learns(name: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    played = rehearse(tmp_path, f"{SPEC}folds kfold(3)\nmodel one: {kind.declaration}\n")
    features, target = training_rows(played)
    expected = kind.search(features, target)
    results = played.cv_results
    assert list(map(repr, results["params"])) == [repr(unprefixed(params)) for params in expected["params"]]
    for key, values in expected.items():
        if key.startswith(("split", "mean_test", "std_test", "rank_test")):
            np.testing.assert_allclose(results[key], values, rtol=0, atol=1e-12, err_msg=key)
    best = int(np.nanargmax(expected["mean_test_score"]))
    assert played.winner == f"one-{best:03}"
    winner = Pipeline(kind.pipeline).set_params(**expected["params"][best]).fit(features, target)
    test = played.data.iloc[played.test_rows]
    score = winner.score(test.drop(columns="target"), test["target"])
    assert played.test_scores["r2"] == pytest.approx(score, rel=0, abs=1e-12)


def test_what_is_given_to_fit_is_tuned(tmp_path: Path) -> None:
    declaration = """SGDRegressor {
      max_iter = 5
      fit { coef_init in [[0.0, 0.0, 0.0, 0.0, 0.0], [9.0, 9.0, 9.0, 9.0, 9.0]], intercept_init = 2.0 }
      step scale: StandardScaler
    }"""
    played = rehearse(tmp_path, f"{SPEC}folds kfold(3)\nmodel sgd: {declaration}\nmodel ridge: Ridge\n", last="rank")
    features, target = training_rows(played)
    for i, start in enumerate(([0.0] * 5, [9.0] * 5)):
        pipeline = Pipeline([("scale", StandardScaler()), ("model", SGDRegressor(max_iter=5, random_state=SEED))])
        given = {"model__coef_init": start, "model__intercept_init": 2.0}
        expected = cross_validate(pipeline, features, target, cv=KFold(3), params=given)["test_score"]
        scores = [played.cv_results[f"split{fold}_test_score"][i] for fold in range(3)]
        np.testing.assert_allclose(scores, expected, rtol=0, atol=1e-12)
        assert played.candidates[f"sgd-{i:03}"] == {"fit__coef_init": start}


def test_each_model_has_its_own_preprocessing(tmp_path: Path) -> None:
    models = """
    preprocess { numeric -> MinMaxScaler() }
    model shared: KNeighborsRegressor
    model own: KNeighborsRegressor { preprocess { numeric -> StandardScaler(), [num_0] -> PCA() } }
    """
    played = rehearse(tmp_path, f"{SPEC}folds kfold(3)\n{models}", last="rank")
    features, target = training_rows(played)
    others = [f"num_{i}" for i in range(1, 5)]
    own = make_column_transformer((StandardScaler(), others), (PCA(random_state=SEED), ["num_0"]))
    for i, preparation in enumerate((MinMaxScaler(), own)):
        pipeline = Pipeline([("columns", preparation), ("model", KNeighborsRegressor())])
        expected = cross_validate(pipeline, features, target, cv=KFold(3))["test_score"]
        scores = [played.cv_results[f"split{fold}_test_score"][i] for fold in range(3)]
        np.testing.assert_allclose(scores, expected, rtol=0, atol=1e-12)


SELECTING = """
model tree: DecisionTreeRegressor { max_depth in [none, 6, 3, 5, 4] }
model near: KNeighborsRegressor { n_neighbors in [3, 30, 9], step best: SelectKBest { k = 4 } }
"""


@pytest.mark.parametrize("score", ["r2", "neg_mean_absolute_error"])
@pytest.mark.parametrize("order", ["[max_depth]", "[-n_neighbors, max_depth]"])
def test_the_simplest_within_one_standard_error_wins(score: str, order: str, tmp_path: Path) -> None:
    rule = f"select one_standard_error(simplest = {order})\n"
    played = rehearse(tmp_path, f"{SPEC}folds kfold(4)\nscore {score}\ntest none\n{rule}{SELECTING}")
    splits = np.array([played.cv_results[f"split{fold}_test_score"] for fold in range(4)])
    means, errors = splits.mean(axis=0), splits.std(axis=0, ddof=1) * (1 / 4 + 30 / 90) ** 0.5
    best = means.argmax()
    near = np.flatnonzero(means >= means[best] - errors[best])
    settings = [played.cv_results["params"][i] for i in near]
    depths = [one.get("max_depth", np.inf) or np.inf for one in settings]
    neighbours = [-one.get("n_neighbors", -np.inf) for one in settings]
    keys = [(depths,), (neighbours, depths)][order != "[max_depth]"]
    expected = near[min(range(len(near)), key=lambda i: [values[i] for values in keys])]
    assert len(near) > 1
    assert played.winner == played.cv_results["candidate"][expected]


def test_of_equals_the_first_declared_wins(tmp_path: Path) -> None:
    models = "model b: Ridge { alpha in [5, 5.0] }\nmodel a: Ridge { alpha = 5 }\n"
    played = rehearse(tmp_path, SPEC + models, last="rank")
    assert played.winner == "b-000"
    assert played.leaderboard["candidate"].tolist() == ["b-000", "b-001", "a-000"]
    assert played.cv_results["rank_test_score"].tolist() == [1, 1, 1]


def test_the_simplest_of_equivalent_candidates_wins(tmp_path: Path) -> None:
    rule = "model r: Ridge { alpha in [1, 10, 1e6] }\nselect equivalent(margin = 10%, simplest = [-alpha])\n"
    played = rehearse(tmp_path, f"{SPEC}folds kfold(5)\n{rule}")
    assert played.leaderboard["candidate"][0] != played.winner
    assert played.winner == "r-001"
    assert "Cannot be told apart from r-001" in played.files["summary.txt"].decode()


def test_a_candidate_that_failed_on_some_folds_comes_last(tmp_path: Path) -> None:
    # Of 120 rows, six sevenths are 102 or 103.
    models = "model near: KNeighborsRegressor { n_neighbors in [103, 102] }\nmodel bad: DummyRegressor\n"
    played = rehearse(tmp_path, f"{SPEC}folds kfold(7)\n{models}", last="rank")
    failed = played.fits.query("candidate == 'near-000'")["error"].dropna()
    assert 0 < len(failed) < 7
    assert played.leaderboard["candidate"].tolist() == ["near-001", "bad-000", "near-000"]
    assert np.isnan(played.cv_results["mean_test_score"][0])


def test_when_all_fail_the_run_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no candidate has a score on every fold: ValueError: Expected n_neighbors"):
        rehearse(tmp_path, f"{SPEC}model near: KNeighborsRegressor {{ n_neighbors in [200, 300] }}\n")


WHOLE = """
preprocess { numeric -> StandardScaler() }
model svm: SVR {
  C in [1, 100]
  preprocess { numeric -> MinMaxScaler() }
  step pca: PCA { n_components in [2, 4] }
  space { kernel = "linear" }
  space { kernel = "rbf", gamma in [0.1] }
}
model ada: AdaBoostRegressor { estimator in [DecisionTreeRegressor(max_depth = 3), Ridge()], n_estimators = 5 }
model xgb: XGBRegressor { max_depth in [2], early_stopping { patience = 3, max_iterations = 30 } }
select one_standard_error(simplest = [C])
run { fits_per_task = 100 }
"""


def test_a_run_is_what_its_functions_give(runner: Runner) -> None:
    spec = f"{SPEC}folds kfold(3)\n{WHOLE}"
    run, played = runner.play(spec), rehearse(runner.folder, spec)
    assert run.winner == played.winner
    assert list(map(repr, run.candidates.values())) == list(map(repr, played.candidates.values()))
    for key, values in played.cv_results.items():
        if "_test_" in key:
            np.testing.assert_array_equal(run.cv_results[key], values, err_msg=key)
    assert run.test_scores == played.test_scores
    np.testing.assert_array_equal(run.model.predict(run.data), played.model.predict(run.data))


BIG = "resources { cpu = 2 }"
GROUPS = """
model near: KNeighborsRegressor { n_neighbors in [3, 9] }
model big: Ridge { alpha in [1, 10], resources { memory = 8GB } }
model tree: DecisionTreeRegressor { max_depth in [2, 4], resources { cpu = 2 } }
"""


def test_resources_of_a_model_change_no_number(tmp_path: Path) -> None:
    asked, plain = tmp_path / "asked", tmp_path / "plain"
    for folder in (asked, plain):
        folder.mkdir()
    played = Rehearsal(asked, f"{SPEC}folds kfold(3)\n{GROUPS}")
    assert sorted(played.groups) == ["", "_big", "_tree"]
    without = re.sub(r", resources \{.*?\}", "", GROUPS)
    expected, found = rehearse(plain, f"{SPEC}folds kfold(3)\n{without}"), played.play()
    assert found.winner == expected.winner
    assert found.test_scores == expected.test_scores
    for key, values in expected.cv_results.items():
        if not key.endswith("_time"):
            np.testing.assert_array_equal(found.cv_results[key], values, err_msg=key)


def test_models_with_resources_may_be_called_like_what_a_flow_has(tmp_path: Path) -> None:
    names = ("rows", "fits", "data", "model", "tasks")
    models = "".join(f"model {name}: Ridge {{ alpha = {1 + i}, {BIG} }}\n" for i, name in enumerate(names))
    played = Rehearsal(tmp_path, f"{SPEC}folds kfold(3)\n{models}").play()
    assert sorted(played.leaderboard["candidate"]) == sorted(f"{name}-000" for name in names)
    assert played.fits["error"].isna().all()


def test_a_whole_float_is_shown_as_one(tmp_path: Path) -> None:
    forest = "RandomForestRegressor { n_estimators = 3, max_features in [1, 1.0] }"
    played = rehearse(tmp_path, f"{SPEC}folds kfold(3)\nmodel f: {forest}\n")
    settings = {"max_features=1", "max_features=1.0"}
    assert set(played.leaderboard["settings"]) == settings
    assert set(pd.read_csv(BytesIO(played.files["leaderboard.csv"]))["settings"]) == settings


def test_an_estimator_of_ones_own_need_not_show_that_it_is_fitted(tmp_path: Path) -> None:
    played = rehearse(tmp_path, f"{SPEC}folds kfold(3)\nmodel own: own_models.Mean\n")
    assert played.fits["error"].isna().all()
    _, target = training_rows(played)
    assert np.unique(played.model.predict(played.data)) == pytest.approx(played.data["target"].mean())
    assert np.unique(played.test_predicted) == pytest.approx(target.mean())


def test_each_model_is_given_what_its_fit_takes(tmp_path: Path) -> None:
    table = pd.DataFrame(np.random.default_rng(0).normal(size=(90, 3)), columns=["a", "b", "y"])
    table["kind"], table["w"] = np.where(table["y"] + table["a"] > 0, "yes", "no"), np.linspace(0.1, 3, 90)
    table.to_csv(tmp_path / "rows.csv", index=False)
    models = """
    model xgb: XGBClassifier { n_estimators = 4, max_depth = 2 }
    model sgd: SGDClassifier { fit { intercept_init = 2.0 } }
    model near: KNeighborsClassifier
    """
    data = 'data csv("rows.csv") { target = kind, drop = [y], weight = w }\nfolds kfold(3)\ntask classification\n'
    played = rehearse(tmp_path, f"tournament Weighed\nseed {SEED}\n{data}{models}", last="rank")
    features, target = (table.iloc[played.train_rows][columns] for columns in (["a", "b"], "kind"))
    weight = table.iloc[played.train_rows]["w"].to_numpy()
    for i, (model, given) in enumerate(
        {
            XGBClassifier(n_estimators=4, max_depth=2, random_state=SEED, n_jobs=1): {"sample_weight": weight},
            SGDClassifier(random_state=SEED): {"sample_weight": weight, "intercept_init": 2.0},
            KNeighborsClassifier(): {},
        }.items()
    ):
        codes = (target == "yes").astype(int)
        expected = cross_validate(model, features, codes, cv=KFold(3), params=given)["test_score"]
        scores = [played.cv_results[f"split{fold}_test_score"][i] for fold in range(3)]
        np.testing.assert_allclose(scores, expected, rtol=0, atol=1e-12)
