"""A flow's candidates and scores are those of scikit-learn's own searches over the same rows, folds and seeds."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest
from flows import Runner
from lightgbm import LGBMClassifier, LGBMRegressor
from rehearsal import rehearse
from scipy import stats
from sklearn.base import BaseEstimator, clone
from sklearn.compose import make_column_transformer
from sklearn.datasets import make_classification, make_regression
from sklearn.ensemble import HistGradientBoostingRegressor, RandomForestRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import ElasticNet, LogisticRegression, Ridge
from sklearn.metrics import get_scorer
from sklearn.model_selection import (
    GridSearchCV,
    KFold,
    RandomizedSearchCV,
    ShuffleSplit,
    StratifiedKFold,
    train_test_split,
)
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.tree import DecisionTreeClassifier

SEED = 11


class Contender(NamedTuple):
    """A model as the language declares it, and as scikit-learn would search it; a grid draws nothing."""

    declaration: str
    estimator: BaseEstimator
    space: dict[str, Any]
    draws: int | None = None


LIGHTGBM = {
    "n_estimators": 12,
    "random_state": SEED,
    "n_jobs": 1,
    "deterministic": True,
    "force_col_wise": True,
    "verbose": -1,
}
REGRESSORS = {
    "ridge": Contender("Ridge { alpha in [0.1, 1, 10] }", Ridge(random_state=SEED), {"alpha": [0.1, 1, 10]}),
    "elastic": Contender(
        "ElasticNet { alpha ~ loguniform(1e-3, 10), l1_ratio ~ uniform(0.25, 0.75), search random(4) }",
        ElasticNet(random_state=SEED),
        {"alpha": stats.loguniform(1e-3, 10), "l1_ratio": stats.uniform(0.25, 0.5)},
        4,
    ),
    "forest": Contender(
        "RandomForestRegressor { n_estimators = 8, max_depth in 2..4, max_features in [0.5, 1.0], search random(3) }",
        RandomForestRegressor(n_estimators=8, random_state=SEED),
        {"max_depth": [2, 3, 4], "max_features": [0.5, 1.0]},
        3,
    ),
    "boosting": Contender(
        "HistGradientBoostingRegressor { max_iter = 12, max_leaf_nodes in [3, 7], learning_rate in [0.05, 0.2] }",
        HistGradientBoostingRegressor(max_iter=12, random_state=SEED),
        {"max_leaf_nodes": [3, 7], "learning_rate": [0.05, 0.2]},
    ),
    "gbm": Contender(
        "lightgbm.LGBMRegressor { n_estimators = 12, num_leaves ~ randint(3, 9), search random(3, seed = 5) }",
        LGBMRegressor(**LIGHTGBM),
        {"num_leaves": stats.randint(3, 9)},
        3,
    ),
}
CLASSIFIERS = {
    "logistic": Contender(
        "LogisticRegression { C ~ loguniform(1e-2, 1e2), max_iter = 500, search random(3) }",
        LogisticRegression(max_iter=500, random_state=SEED),
        {"C": stats.loguniform(1e-2, 1e2)},
        3,
    ),
    "neighbours": Contender(
        'KNeighborsClassifier { n_neighbors in [3, 9], weights in ["uniform", "distance"] }',
        KNeighborsClassifier(),
        {"n_neighbors": [3, 9], "weights": ["uniform", "distance"]},
    ),
    "tree": Contender(
        "DecisionTreeClassifier { max_depth in [2, 4, none], min_samples_leaf in 1..5, search random(4) }",
        DecisionTreeClassifier(random_state=SEED),
        {"max_depth": [2, 4, None], "min_samples_leaf": [1, 2, 3, 4, 5]},
        4,
    ),
    "gbm": Contender(
        "lightgbm.LGBMClassifier { n_estimators = 12, num_leaves in [3, 7] }",
        LGBMClassifier(**LIGHTGBM),
        {"num_leaves": [3, 7]},
    ),
}
SEARCH_SEED = {"gbm": 5}  # the others take the tournament's

PREPROCESS = 'preprocess {\n numeric -> SimpleImputer(strategy = "median") -> StandardScaler()\n}\n'
NUMERIC, CATEGORICAL = [f"num_{i}" for i in range(6)], ["cat"]
ENCODER = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
PREPROCESSORS = {
    "one category": None,
    "by default": make_column_transformer(("passthrough", NUMERIC), (ENCODER, CATEGORICAL)),
    "declared": make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), NUMERIC), (ENCODER, CATEGORICAL)
    ),
}


class Tournament(NamedTuple):
    """A specification, and what scikit-learn needs to play the same."""

    task: str
    contenders: dict[str, Contender]
    preprocessing: str
    folds: str
    splitter: Any
    scores: tuple[str, ...]

    def spec(self) -> str:
        categories = 1 if self.preprocessing == "one category" else 2
        informative = ", n_informative = 4" if self.task == "classification" else ", noise = 20"
        return (
            f"tournament Same\nseed {SEED}\n"
            f"data mock.{self.task} {{ n_samples = 150, n_features = 6, n_categories = {categories}{informative} }}\n"
            f"{PREPROCESS if self.preprocessing == 'declared' else ''}"
            f"folds {self.folds}\nscore {', '.join(self.scores)}\nreport {{ figures = [all_scores] }}\n"
            + "".join(f"model {name}: {contender.declaration}\n" for name, contender in self.contenders.items())
        )

    def data(self) -> pd.DataFrame:
        """Make the rows as the language's reference says."""
        if self.preprocessing == "one category":
            return self.table(150, SEED)
        tables = [self.table(75, SEED + i).assign(cat=f"type_{i}") for i in range(2)]
        return pd.concat(tables, ignore_index=True)

    def table(self, rows: int, seed: int) -> pd.DataFrame:
        if self.task == "classification":
            features, target = make_classification(rows, 6, n_informative=4, random_state=seed)
        else:
            features, target = make_regression(rows, 6, noise=20, random_state=seed)
        return pd.DataFrame(features, columns=NUMERIC).assign(target=target)

    def pipeline(self, contender: Contender) -> Pipeline:
        preprocessor = PREPROCESSORS[self.preprocessing]
        return Pipeline([("prepare", clone(preprocessor) if preprocessor else None), ("model", contender.estimator)])

    def search(self, name: str, features: pd.DataFrame, target: pd.Series) -> Any:
        contender = self.contenders[name]
        space = {f"model__{argument}": values for argument, values in contender.space.items()}
        scores = list(self.scores) if len(self.scores) > 1 else self.scores[0]
        common = {"scoring": scores, "cv": self.splitter, "refit": False}
        pipeline = self.pipeline(contender)
        if contender.draws is None:
            return GridSearchCV(pipeline, space, **common).fit(features, target)
        seed = SEARCH_SEED.get(name, SEED)
        return RandomizedSearchCV(pipeline, space, n_iter=contender.draws, random_state=seed, **common).fit(
            features, target
        )


def assert_same(played: Any, tournament: Tournament) -> None:
    """Compare the artifacts of a flow with scikit-learn's searches, and the winner's held-out scores."""
    data = tournament.data()
    features, target = data.drop(columns="target"), data["target"]
    stratify = target if tournament.task == "classification" else None
    training, test = train_test_split(np.arange(150), test_size=0.2, random_state=SEED, stratify=stratify)
    searches = {
        name: tournament.search(name, features.iloc[training], target.iloc[training]) for name in tournament.contenders
    }
    results, means = played.cv_results, []
    primary = tournament.scores[0] if len(tournament.scores) > 1 else "score"
    for name, search in searches.items():
        expected, rows = search.cv_results_, results["model"] == name
        assert [settings for settings, row in zip(results["params"], rows, strict=True) if row] == unprefixed(expected)
        for key, values in expected.items():
            if key.startswith(("split", "mean_test", "std_test")):
                np.testing.assert_allclose(results[key][rows], values, rtol=0, atol=1e-12, err_msg=f"{name} {key}")
        means.append(expected[f"mean_test_{primary}"])
    ranks = stats.rankdata(-np.concatenate(means), method="min")
    assert results[f"rank_test_{primary}"].tolist() == ranks.tolist()
    best = int(np.argmax(np.concatenate(means)))
    assert played.winner == results["candidate"][best]
    winner = tournament.pipeline(tournament.contenders[results["model"][best]])
    winner.set_params(**{f"model__{argument}": value for argument, value in results["params"][best].items()})
    winner.fit(features.iloc[training], target.iloc[training])
    for score in tournament.scores:
        expected_score = get_scorer(score)(winner, features.iloc[test], target.iloc[test])
        natural = -expected_score if score.startswith("neg_") else expected_score
        assert played.test_scores[score.removeprefix("neg_")] == pytest.approx(natural, rel=0, abs=1e-12)


def unprefixed(results: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a search's candidates under the names that the model itself has for them."""
    return [{name.removeprefix("model__"): value for name, value in params.items()} for params in results["params"]]


REGRESSION = [
    Tournament("regression", REGRESSORS, *variant)
    for variant in (
        ("one category", "kfold(3)", KFold(3), ("r2",)),
        ("by default", "kfold(4)", KFold(4), ("neg_mean_absolute_error", "r2")),
        ("declared", "kfold(3, shuffle = true, seed = 4)", KFold(3, shuffle=True, random_state=4), ("r2",)),
        (
            "declared",
            "shuffle_split(3, test_size = 25%)",
            ShuffleSplit(3, test_size=0.25, random_state=SEED),
            ("r2", "neg_root_mean_squared_error"),
        ),
    )
]
CLASSIFICATION = [
    Tournament("classification", CLASSIFIERS, *variant)
    for variant in (
        ("one category", "stratified_kfold(3)", StratifiedKFold(3), ("accuracy",)),
        (
            "by default",
            "stratified_kfold(4, shuffle = true)",
            StratifiedKFold(4, shuffle=True, random_state=SEED),
            ("roc_auc", "neg_log_loss"),
        ),
        ("declared", "kfold(3)", KFold(3), ("f1", "accuracy")),
        (
            "declared",
            "shuffle_split(3, test_size = 30%)",
            ShuffleSplit(3, test_size=0.3, random_state=SEED),
            ("neg_log_loss",),
        ),
    )
]


def named(tournament: Tournament) -> str:
    return f"{tournament.task}, {tournament.folds}, {tournament.preprocessing}"


@pytest.mark.parametrize("tournament", REGRESSION + CLASSIFICATION, ids=named)
def test_scores_are_scikit_learns(tournament: Tournament, tmp_path: Path) -> None:
    assert_same(rehearse(tmp_path, tournament.spec()), tournament)


@pytest.mark.parametrize("tournament", [REGRESSION[3], CLASSIFICATION[1]], ids=named)
def test_a_run_has_scikit_learns_scores(tournament: Tournament, runner: Runner) -> None:
    few = dict(list(tournament.contenders.items())[1:3])
    tournament = tournament._replace(contenders=few)
    assert_same(runner.play(tournament.spec() + "run { fits_per_task = 100 }\n"), tournament)


@pytest.mark.parametrize("name", ["forest", "elastic"])
@pytest.mark.parametrize("tournament", REGRESSION[:2], ids=named)
def test_results_are_laid_out_as_scikit_learns(tournament: Tournament, name: str, tmp_path: Path) -> None:
    tournament = tournament._replace(contenders={name: REGRESSORS[name]})
    played = rehearse(tmp_path, tournament.spec(), last="rank")
    data = tournament.data().iloc[played.train_rows]
    expected = tournament.search(name, data.drop(columns="target"), data["target"]).cv_results_
    assert played.cv_results.keys() - expected.keys() == {"candidate", "model"} | {
        f"param_{argument}" for argument in REGRESSORS[name].space
    }
    for key, values in played.cv_results.items():
        theirs = expected.get(key.replace("param_", "param_model__"))
        if isinstance(theirs, np.ndarray):
            assert type(values) is type(theirs)
            assert values.shape == theirs.shape
        if key.startswith("rank"):
            assert values.tolist() == theirs.tolist()
            assert values.dtype == theirs.dtype
    table = pd.DataFrame(played.cv_results)
    assert table.shape == (REGRESSORS[name].draws, len(played.cv_results))
    assert table["candidate"].tolist() == [f"{name}-{i:03}" for i in range(len(table))]


def test_arguments_that_another_model_has_are_masked(tmp_path: Path) -> None:
    played = rehearse(tmp_path, REGRESSION[0].spec(), last="rank")
    alphas = played.cv_results["param_alpha"]
    models = played.cv_results["model"]
    assert alphas.mask.tolist() == [model not in ("ridge", "elastic") for model in models]
    assert alphas[:3].tolist() == [0.1, 1, 10]
