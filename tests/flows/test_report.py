"""What the report says of the winner: of its columns, its classes and parts of the rows, and of the data."""

import re
from contextlib import chdir
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from rehearsal import Rehearsal, rehearse

N = 120
RANDOM = np.random.default_rng(8)
ROWS = pd.DataFrame(
    {
        "age": RANDOM.integers(20, 80, N),
        "income": RANDOM.normal(size=N).round(3),
        "region": RANDOM.choice(["north", "south", "west"], N, p=[0.6, 0.3, 0.1]),
        "born": pd.date_range("1990-01-01", periods=N).strftime("%Y-%m-%d"),
        "word": RANDOM.choice(["good dog", "bad cat", "old cow"], N),
        "id": np.arange(N),
        "ours": "yes",
    }
)
ROWS["price"] = (ROWS["age"] + 10 * (ROWS["region"] == "north") + RANDOM.normal(size=N)).round(2)
ROWS["rent"] = ROWS["price"] / 10
ROWS["kind"] = pd.cut(ROWS["price"], [0, 50, 70, 99], labels=["low", "mid", "top"]).astype(str)
ROWS["dear"], ROWS["old"] = ROWS["price"] > 60, ROWS["age"] > 50
ROWS.loc[RANDOM.choice(N, 30, replace=False), "region"] = None
CSV = 'data csv("rows.csv") {{ target = {target}, drop = [id, {drop}], dates = [born], text = [word] }}\n'
NUMBERS = "tournament Numbers\ntask regression\n" + CSV.format(target="price", drop="rent, kind, dear, old")
KINDS = "tournament Kinds\ntask classification\n" + CSV.format(target="kind", drop="price, rent, dear, old")
FOREST = "folds kfold(3)\nmodel forest: RandomForest{} {{ n_estimators = 20 }}\n"
LINEAR = "preprocess { numeric -> SimpleImputer() -> StandardScaler() }\n"


def played(folder: Path, spec: str, **parameters: Any) -> Any:
    ROWS.to_csv(folder / "rows.csv", index=False)
    return rehearse(folder, spec, **parameters)


def section(summary: bytes, title: str) -> str:
    """Return a section of a summary."""
    _, found, rest = summary.decode().partition(f"{title}:\n")
    assert found, summary.decode()
    return rest.partition("\n\n")[0]


def columns_in(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines()[1:]]


def test_columns_are_shuffled_as_they_are_in_the_table(tmp_path: Path) -> None:
    files = played(tmp_path, NUMBERS + FOREST.format("Regressor")).files
    listed = columns_in(section(files["summary.txt"], "The most important columns"))
    assert listed[:2] == ["age", "region"]
    assert set(listed) == {"age", "region", "income", "born", "word"}
    assert files["importance.png"].startswith(b"\x89PNG")
    said = re.sub(" +", " ", section(files["summary.txt"], "About the data"))
    for fact in (
        "rows 120, 96 of them to train on",
        "columns to learn from 1 categorical, 1 dates, 2 numeric, 1 text",
        "missing values 25.0% of region",
        f"price mean {ROWS['price'].mean():.2f}, quartiles ",
        "columns left out by `drop` id, rent, kind, dear, old",
        "columns left out, for all their values are equal ours",
    ):
        assert fact in said


@pytest.mark.parametrize(
    ("target", "drop", "task", "model"),
    [
        ("[price, rent]", "kind, dear, old", "regression", "Ridge { alpha in [1, 2] }"),
        ("[dear, old]", "price, rent, kind", "multilabel", "DecisionTreeClassifier { max_depth in [2, 3] }"),
    ],
)
def test_there_may_be_several_targets(tmp_path: Path, target: str, drop: str, task: str, model: str) -> None:
    spec = (
        f"tournament Several\ntask {task}\n{CSV.format(target=target, drop=drop)}folds kfold(3)\nmodel one: {model}\n"
    )
    files = played(tmp_path, spec).files
    assert columns_in(section(files["summary.txt"], "The most important columns"))[0] == "age"
    assert "importance.png" in files


@pytest.mark.parametrize("task", ["Classifier", "Regressor"])
def test_the_winner_may_be_an_ensemble_and_the_score_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, task: str
) -> None:
    (tmp_path / "own_hits.py").write_text("def hits(model, X, y):\n    return float((model.predict(X) == y).mean())\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    ROWS.to_csv(tmp_path / "rows.csv", index=False)
    kind = f"{KINDS}score own_hits.hits\n" if task == "Classifier" else NUMBERS
    tree = f"model tree: DecisionTree{task} {{ max_depth in [2, 4] }}\nensemble blend: average {{ top = 2 }}\n"
    rehearsal = Rehearsal(tmp_path, kind + FOREST.format(task) + tree)
    stage = rehearsal.play("rank")
    stage.winner = "blend"
    with chdir(tmp_path):
        stage.finish()
    assert columns_in(section(stage.files["summary.txt"], "The most important columns"))[0] == "age"
    assert "importance.png" in stage.files


@pytest.mark.parametrize(("column", "spec"), [("kind", KINDS), ("price", NUMBERS)])
def test_a_column_that_tells_the_target_is_warned_of(tmp_path: Path, column: str, spec: str) -> None:
    ROWS.assign(decided=ROWS[column]).to_csv(tmp_path / "rows.csv", index=False)
    task = "Classifier" if column == "kind" else "Regressor"
    files = rehearse(tmp_path, f"{spec}folds kfold(3)\nmodel tree: DecisionTree{task}\n").files
    if column == "kind":
        classes = section(files["summary.txt"], "Each class on the held-out rows").splitlines()
        assert [line.split()[:4] for line in classes[1:]] == [[one, *["1.000"] * 3] for one in ("low", "mid", "top")]
    found = section(files["summary.txt"], "The most important columns")
    assert found.endswith("\n`decided` alone predicts almost perfectly: it may not be known when predicting.")


def test_without_a_test_there_is_no_importance(tmp_path: Path) -> None:
    files = played(tmp_path, NUMBERS + FOREST.format("Regressor") + "test none\n").files
    assert "importance.png" not in files
    assert "The most important columns" not in files["summary.txt"].decode()


def test_a_winner_that_cannot_be_trained_has_no_importance_and_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ROWS.to_csv(tmp_path / "rows.csv", index=False)
    rehearsal = Rehearsal(tmp_path, NUMBERS + FOREST.format("Regressor"))
    stage = rehearsal.play("rank")
    with chdir(tmp_path), monkeypatch.context() as patched:
        patched.setattr(rehearsal.module, "bootstrap", lambda *_: 1 / 0)
        stage.finish()
    missing = section(stage.files["summary.txt"], "Missing figures")
    assert re.search(r"importance.png +ValueError: the first score is not defined on the held-out rows", missing)
    assert stage.model is not None


def test_held_out_rows_are_scored_by_the_values_of_columns(tmp_path: Path) -> None:
    spec = f"{KINDS}{FOREST.format('Classifier')}score accuracy, roc_auc_ovr\n"
    stage = played(tmp_path, f"{spec}report {{ figures = [all_scores], slices = [region, income, ours] }}\n")
    testing = stage.data.iloc[stage.test_rows]
    hits = stage.test_predicted.idxmax(axis=1) == testing["kind"]
    by_region = section(stage.files["summary.txt"], "Held-out rows by region").splitlines()[1:]
    assert {line.split()[0] for line in by_region} == {*testing["region"].fillna("missing")}
    for line in by_region:
        value, number, accuracy, _ = line.split()
        chosen = hits[testing["region"].fillna("missing") == value]
        assert (int(number), float(accuracy)) == (len(chosen), pytest.approx(chosen.mean(), abs=1e-4))
    assert len(section(stage.files["summary.txt"], "Held-out rows by income").splitlines()) == 5
    assert section(stage.files["summary.txt"], "Held-out rows by ours").splitlines()[1].split()[:2] == ["yes", "24"]


def test_a_slice_by_a_column_that_a_mock_lacks_stops_the_flow_before_any_fit(tmp_path: Path) -> None:
    spec = "tournament Mocked\ndata mock.regression { n_samples = 60, n_features = 3 }\nmodel one: Ridge\n"
    with pytest.raises(ValueError, match="make_regression: no column 'num_9', the nearest name is 'num_"):
        rehearse(tmp_path, f"{spec}model two: Lasso\nreport {{ slices = [num_9] }}\n", last="start")
