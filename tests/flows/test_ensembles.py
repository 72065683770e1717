"""Ensembles in whole flows, held against plain computations from the candidates' out-of-fold predictions."""

import pickle
from contextlib import chdir
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from rehearsal import Rehearsal
from sklearn.base import clone
from sklearn.metrics import accuracy_score, f1_score, log_loss, r2_score

ENSEMBLES = """
report { figures = [all_scores] }
ensemble blend:   average { top = 3 }
ensemble chosen:  greedy { rounds = 4, top = 3 }
ensemble stacked: stack { final = FINAL }
"""
TASKS = {
    "regression": """
data mock.regression { n_samples = 120, n_features = 4, noise = 30 }
folds kfold(3)
score r2, neg_mean_absolute_error
model ridge: Ridge { alpha in [0.1, 10] }
model gbm: lightgbm.LGBMRegressor {
  max_depth in [1, 2]
  min_child_samples = 5
  early_stopping { patience = 3, max_iterations = 30, final_iterations = median }
}
""",
    "several targets": """
data mock.regression { n_samples = 120, n_features = 4, n_targets = 2, noise = 30 }
folds repeated_kfold(2, n_repeats = 2)
score neg_mean_absolute_error, r2
model ridge: Ridge { alpha in [0.1, 10] }
model near: KNeighborsRegressor { n_neighbors in [3, 9] }
""",
    "two classes": """
data sklearn("breast_cancer")
folds stratified_kfold(3)
score neg_log_loss, roc_auc
model tree: DecisionTreeClassifier { max_depth in [1, 2] }
model bayes: GaussianNB { var_smoothing in [1e-9, 1e-3] }
""",
    "three classes": """
data sklearn("wine")
folds stratified_kfold(3)
score accuracy, neg_log_loss
model tree: DecisionTreeClassifier { max_depth in [1, 2] }
model bayes: GaussianNB { var_smoothing in [1e-9, 1e-3] }
""",
    "multilabel": """
data mock.multilabel { n_samples = 150, n_features = 6, n_classes = 3 }
folds kfold(3)
score f1_samples, roc_auc
model tree: DecisionTreeClassifier { max_depth in [2, 4] }
model near: KNeighborsClassifier { n_neighbors in [3, 9] }
""",
    "in time": """
data mock.regression { n_samples = 120, n_features = 4, noise = 30 }
test last(20%)
folds time_series_split(3)  # mfc: ignore[MF612]
score r2
model ridge: Ridge { alpha in [0.1, 10] }
model near: KNeighborsRegressor { n_neighbors in [3, 9] }
""",
}
FINALS = {
    "two classes": "LogisticRegression()",
    "three classes": "LogisticRegression()",
    "multilabel": "KNeighborsClassifier()",
}
EACH_TASK = pytest.mark.parametrize("task", TASKS)


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Play the flow of a task up to the step that ranks, once."""

    @cache
    def play(task: str) -> Rehearsal:
        text = f"tournament Blended\nseed 4\n{TASKS[task]}{ENSEMBLES.replace('FINAL', FINALS.get(task, 'Ridge()'))}"
        rehearsal = Rehearsal(tmp_path_factory.mktemp("ensembles"), text)
        rehearsal.module.draw = lambda _: ({}, [])  # type: ignore[attr-defined]  # drawing is tested elsewhere
        rehearsal.play("rank")
        return rehearsal

    return play


def votes_of(stage: Any, candidate: str, fold: int) -> pd.DataFrame:
    return pd.DataFrame(stage.out_of_fold[candidate, fold])


def first_score(task: str, truth: Any, votes: pd.DataFrame, classes: Any) -> float:
    """Score votes by the first score of a task, plainly."""
    match task:
        case "regression" | "in time":
            return float(r2_score(truth, votes))
        case "several targets":
            return -float(np.abs(truth.to_numpy() - votes.to_numpy()).mean())
        case "two classes":
            return -float(log_loss(truth, votes.to_numpy(), labels=classes))
        case "three classes":
            return float(accuracy_score(truth, classes[votes.to_numpy().argmax(axis=1)]))
    return float(f1_score(truth, (votes > 0.5).astype(int), average="samples"))


class Plainly:
    """The rows and folds of a tournament that is ranked, and what its candidates are worth on some of them."""

    def __init__(self, task: str, rehearsal: Rehearsal) -> None:
        self.task, self.stage = task, rehearsal.stage
        self.rows = self.stage.data.iloc[self.stage.train_rows]
        self.truth = self.rows[self.stage.target]
        self.classes = np.unique(self.truth) if "classes" in task else None
        self.folds = [self.rows.index[part] for _, part in rehearsal.module.split_folds(self.rows)]

    def known(self, fold: int | None) -> dict[int, pd.Index]:
        """Return the rows by which an ensemble is made for a fold, or for shipping."""
        others = range(fold if fold is not None and self.task == "in time" else len(self.folds))
        unseen = [] if fold is None else self.folds[fold]
        rest = {other: self.folds[other].difference(unseen, sort=False) for other in others}
        return {other: index for other, index in rest.items() if len(index)}

    def score(self, votes: dict[int, pd.DataFrame]) -> float:
        """Return the mean first score of votes."""
        scores = [first_score(self.task, self.truth.loc[one.index], one, self.classes) for one in votes.values()]
        return float(np.mean(scores))

    def votes(self, candidate: str, known: dict[int, pd.Index]) -> dict[int, pd.DataFrame]:
        return {fold: votes_of(self.stage, candidate, fold).loc[index] for fold, index in known.items()}

    def ranked(self, known: dict[int, pd.Index]) -> list[str]:
        scores = {one: self.score(self.votes(one, known)) for one in self.stage.candidates}
        return sorted(scores, key=lambda one: -scores[one])

    def mean(self, weights: dict[str, int], known: dict[int, pd.Index]) -> dict[int, pd.DataFrame]:
        parts = {one: self.votes(one, known) for one in weights}
        total = sum(weights.values())
        return {fold: sum(parts[one][fold] * weights[one] for one in weights) / total for fold in known}

    def average(self, known: dict[int, pd.Index]) -> dict[str, int]:
        return dict.fromkeys(self.ranked(known)[:3] if known else self.stage.candidates, 1)

    def greedy(self, known: dict[int, pd.Index]) -> dict[str, int]:
        """Add the member with which the mean is best, four times."""
        if not known:
            return dict.fromkeys(self.stage.candidates, 1)
        pool, chosen, trail = self.ranked(known)[:3], [], []
        for _ in range(4):
            order = sorted(pool, key=lambda one: one not in chosen)
            scores = [self.score(self.mean(count([*chosen, one]), known)) for one in order]
            chosen.append(order[int(np.argmax(scores))])
            trail.append(max(scores))
        return count(chosen[: int(np.argmax(trail)) + 1])


def count(names: list[str]) -> dict[str, int]:
    return {name: names.count(name) for name in dict.fromkeys(names)}


@EACH_TASK
@pytest.mark.parametrize("name", ["blend", "chosen"])
def test_means_are_made_and_scored_as_described(task: str, name: str, ranked: Any) -> None:
    rehearsal = ranked(task)
    plainly = Plainly(task, rehearsal)
    weigh = plainly.average if name == "blend" else plainly.greedy
    made = rehearsal.stage.ensembles[name]
    expected = []
    for fold, unseen in enumerate(plainly.folds):
        mean = plainly.mean(weigh(plainly.known(fold)), {fold: unseen})
        expected.append(plainly.score(mean))
    [first, *_] = made["scores"].values()
    np.testing.assert_allclose(first, expected, rtol=0, atol=1e-12)
    assert made["weights"] == weigh(plainly.known(None))
    board = rehearsal.stage.leaderboard.set_index("candidate")
    assert abs(board.iloc[:, 3][name]) == pytest.approx(abs(np.mean(expected)), abs=1e-12)


def columns_of(plainly: Plainly, members: list[str], known: dict[int, pd.Index]) -> pd.DataFrame:
    """Return what members predicted, a row for each, in the order of the table; of classes all but the first."""
    tables = []
    for one in members:
        table = pd.concat(plainly.votes(one, known).values())
        tables.append(table.iloc[:, 1:] if plainly.classes is not None else table)
    joined = pd.DataFrame(np.hstack(tables), tables[0].index)
    return joined.iloc[np.argsort(plainly.rows.index.get_indexer(joined.index), kind="stable")]


@EACH_TASK
def test_stacks_are_made_and_scored_as_described(task: str, ranked: Any) -> None:
    rehearsal = ranked(task)
    plainly = Plainly(task, rehearsal)
    made = rehearsal.stage.ensembles["stacked"]
    final = clone(made["final"])

    def trained(known: dict[int, pd.Index]) -> tuple[list[str], Any]:
        leaders = {one.rpartition("-")[0]: one for one in reversed(plainly.ranked(known))}.values()
        members = [one for one in plainly.ranked(known) if one in leaders]
        columns = columns_of(plainly, members, known)
        return members, clone(final).fit(columns.to_numpy(), plainly.truth.loc[columns.index].to_numpy())

    [first, *_] = made["scores"].values()
    for fold, unseen in enumerate(plainly.folds):
        if not plainly.known(fold):
            continue
        members, model = trained(plainly.known(fold))
        columns = columns_of(plainly, members, {fold: unseen})
        says = model.predict_proba if task == "two classes" else model.predict
        votes = pd.DataFrame(says(columns.to_numpy()), columns.index)
        if task == "three classes":
            expected = accuracy_score(plainly.truth.loc[votes.index], votes)
        else:
            expected = first_score(task, plainly.truth.loc[votes.index], votes, plainly.classes)
        assert first[fold] == pytest.approx(expected, abs=1e-12)
    members, model = trained(plainly.known(None))
    assert made["members"] == members
    if hasattr(model, "coef_"):
        np.testing.assert_allclose(made["final"].coef_, model.coef_, rtol=0, atol=1e-12)


@EACH_TASK
@pytest.mark.parametrize("name", ["blend", "chosen", "stacked"])
def test_a_winner_predicts_from_rows_as_its_members_do(task: str, name: str, ranked: Any) -> None:
    rehearsal = ranked(task)
    stage, module = rehearsal.stage, rehearsal.module
    stage.winner = name
    with chdir(rehearsal.file.parent):
        data, rows = stage.data, stage.train_rows
        stage.finish()
        stage.data, stage.train_rows = data, rows
    made, iterations = stage.ensembles[name], getattr(stage, "iterations", None)
    training, testing = stage.data.iloc[stage.train_rows], stage.data.iloc[stage.test_rows]
    votes = {}
    for one in made["members"]:
        more = [iterations[one]] if iterations else []
        model = module.train(one, stage.candidates[one], training, *more)
        votes[one] = pd.DataFrame(module.predict(model, testing))
    if "weights" in made:
        total = sum(made["weights"].values())
        expected: Any = sum(votes[one] * made["weights"][one] for one in votes) / total
        expected = (expected > 0.5).astype(int) if task == "multilabel" else expected
    else:
        columns = np.hstack([table.iloc[:, 1:] if "classes" in task else table for table in votes.values()])
        says = getattr(made["final"], "predict_proba" if "classes" in task else "predict")
        expected = says(columns)
    found = np.asarray(stage.test_predicted).reshape(len(testing), -1)
    np.testing.assert_allclose(found, np.asarray(expected).reshape(len(testing), -1), rtol=0, atol=1e-10)
    again = pickle.loads(pickle.dumps(stage.model))
    predicted = again.predict(module.features_of(stage.data))
    assert predicted.shape == stage.data[stage.target].shape
    assert set(np.ravel(predicted)) <= set(np.ravel(stage.data[stage.target])) or "classes" not in task
    assert f"The members of {name}:" in stage.files["summary.txt"].decode()


SMALL = """
tournament Small
data mock.regression { n_samples = 60, n_features = 4, noise = 30 }
folds kfold(3)
model ridge: Ridge { alpha in [0.1, 10] }
model near: KNeighborsRegressor { n_neighbors in [3, 1_000] }
ensemble blend: average { members = [ridge, near] }
"""


def test_without_a_test_the_report_shows_what_the_ensemble_predicted_out_of_fold(tmp_path: Path) -> None:
    rehearsal = Rehearsal(tmp_path, f"{SMALL}test none\n")
    stage = rehearsal.play("rank")
    stage.winner = "blend"
    with chdir(tmp_path):
        stage.finish()
    assert "The members of blend" in stage.files["summary.txt"].decode()
    assert "predicted-vs-true.png" in stage.files
    assert sorted(name for name, _ in stage.model.estimators) == sorted(stage.ensembles["blend"]["members"])


def test_where_the_simplest_wins_an_ensemble_is_the_least_simple(tmp_path: Path) -> None:
    """It wins alone where no candidate is within a standard error of it."""
    rehearsal = Rehearsal(tmp_path, f"{SMALL}select one_standard_error(simplest = [alpha])\n")
    stage, module = rehearsal.play("rank"), rehearsal.module
    names = module.contenders(stage)
    near = pd.DataFrame([[0.5, 0.6, 0.7]] * len(names), list(names))
    assert module.choose(names, near, 0.5) == ["ridge-000"]
    near.loc["blend"] += 9
    assert module.choose(names, near, 0.5) == ["blend"]


def test_an_ensemble_without_a_member_does_not_win_and_has_a_reason(tmp_path: Path) -> None:
    spec = SMALL.replace("n_neighbors in [3, 1_000]", "n_neighbors in [500, 1_000]").replace("[ridge, near]", "[near]")
    stage = Rehearsal(tmp_path, f"{spec}# mfc: ignore[MF641]\n").play()
    assert stage.winner in {"ridge-000", "ridge-001"}
    assert stage.ensembles["blend"]["members"] == []
    assert "no candidate of near can be a member" in stage.files["summary.txt"].decode()


def test_where_a_failure_stops_the_run_so_does_an_ensemble(tmp_path: Path) -> None:
    spec = SMALL.replace(
        "average { members = [ridge, near] }", "stack { final = KNeighborsRegressor(n_neighbors = 300) }"
    )
    rehearsal = Rehearsal(tmp_path, spec.replace(", 1_000", "") + "run { on_error = stop }\n")
    with pytest.raises(ValueError, match="Expected n_neighbors <= n_samples_fit"):
        rehearsal.play("rank")


def test_two_plays_of_a_flow_give_the_same_numbers(tmp_path: Path) -> None:
    spec = SMALL + "ensemble stacked: stack { final = RandomForestRegressor(n_estimators = 5) }\n"
    first, second = (Rehearsal(tmp_path / name, spec).play("rank") for name in made(tmp_path, "one", "two"))
    pd.testing.assert_frame_equal(first.leaderboard, second.leaderboard)
    assert first.ensembles["stacked"]["scores"] == second.ensembles["stacked"]["scores"]


NEW_CLASSES = """
tournament NewClasses
task classification
data csv("rows.csv") { target = label, time = day }
test last(20%)
folds time_series_split(3)
score accuracy
model tree: DecisionTreeClassifier { max_depth in [1, 2] }
model bayes: GaussianNB { var_smoothing in [1e-9, 1e-3] }
ensemble blend:   average { top = 3 }
ensemble chosen:  greedy { rounds = 4 }
ensemble stacked: stack { final = LogisticRegression() }
"""


def test_classes_may_be_new_in_a_fold_and_in_the_held_out_rows(tmp_path: Path) -> None:
    """The class `c` comes after the rows that the second fold learns from, and `0` only after those for training."""
    draw = np.random.default_rng(0)
    labels = [*draw.choice(["a", "b"], 40), *draw.choice(["a", "b", "c"], 40), *draw.choice(["0", "a", "c"], 20)]
    places = pd.Series(labels).map({"0": -3, "a": 0, "b": 3, "c": 6})
    table = pd.DataFrame({"day": range(100), "x": places + draw.normal(size=100), "label": labels})
    table.to_csv(tmp_path / "rows.csv", index=False)
    rehearsal = Rehearsal(tmp_path, NEW_CLASSES)
    stage = rehearsal.play("rank")
    assert [*stage.out_of_fold["tree-000", 1]] == ["a", "b"]
    assert stage.fits["error"].isna().all()
    data, rows = stage.data, stage.train_rows
    rehearsal.module.draw = lambda _: ({}, [])  # type: ignore[attr-defined]
    for name in ("blend", "chosen", "stacked"):
        stage.winner, stage.data, stage.train_rows = name, data, rows
        with chdir(tmp_path):
            stage.finish()
        assert stage.test_scores["accuracy"] > 0.3
        predicted = stage.model.predict(rehearsal.module.features_of(data))
        assert ("0" in predicted) == (name != "stacked")
        assert {"a", "b", "c"} <= set(predicted)
        assert [*stage.model.classes_] == ["0", "a", "b", "c"][name == "stacked" :]


def made(folder: Path, *names: str) -> tuple[str, ...]:
    for name in names:
        (folder / name).mkdir()
    return names
