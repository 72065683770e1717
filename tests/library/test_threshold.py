import pickle
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn import metrics
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from small_rows import classes

from mfc.templates.library import positive, threshold

SCORES = {name: getattr(metrics, name, None) or getattr(metrics, f"{name}_score") for name in threshold.RATES}
CHANCES = np.random.default_rng(3).beta(2, 3, size=80).round(2)  # some of them are equal
TRUTH = np.random.default_rng(4).random(80) < CHANCES


def plain(truth: Any, chances: Any, score: str, **least: float) -> float:
    """Return the best threshold by trying each, with scikit-learn's own scores."""
    distinct = [0.0, *sorted(set(chances.tolist()))]

    def key(at_least: float) -> tuple[float, ...]:
        found = chances >= at_least
        enough = [min(SCORES[name](truth, found), share) for name, share in least.items()]
        return (*np.round([*enough, SCORES[score](truth, found)], 12), -abs(at_least - 0.5))

    return max(((low + high) / 2 for low, high in pairwise(distinct)), key=key)


@pytest.mark.parametrize("score", SCORES)
def test_a_score_is_scikit_learns(score: str) -> None:
    for at_least in (0.2, 0.5, 0.8):
        counts = metrics.confusion_matrix(TRUTH, at_least <= CHANCES).ravel()
        expected = SCORES[score](TRUTH, at_least <= CHANCES)
        assert threshold.rate(score, counts) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("score", SCORES)
def test_the_best_threshold_is_that_of_trying_all(score: str) -> None:
    found = threshold.best_threshold(TRUTH, CHANCES, score, {})
    assert found == pytest.approx(plain(TRUTH, CHANCES, score), abs=1e-12)


@pytest.mark.parametrize(("score", "other"), [("recall", "precision"), ("precision", "recall")])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.8, 0.999])
def test_another_score_has_to_be_reached_first(score: str, other: str, share: float) -> None:
    found = threshold.best_threshold(TRUTH, CHANCES, score, {other: share})
    assert found == pytest.approx(plain(TRUTH, CHANCES, score, **{other: share}), abs=1e-12)


def test_what_cannot_be_reached_is_come_near_to() -> None:
    chances, truth = np.array([0.9, 0.8, 0.7, 0.6, 0.2]), np.array([False, True, True, False, False])
    found = threshold.best_threshold(truth, chances, "recall", {"precision": 0.9})
    assert found == pytest.approx(0.65)  # a precision of 2/3: more than any other has


def test_of_equal_thresholds_the_one_in_the_middle_is_taken() -> None:
    assert threshold.best_threshold([False, True], [0.1, 0.7], "f1", {}) == pytest.approx(0.4)
    assert threshold.best_threshold([True, True], [0.0, 0.0], "f1", {}) == 0


def flow(chances: Any, target: Any, tested: Any = None) -> Any:
    data = pd.DataFrame({"target": target})
    return SimpleNamespace(winner="near-001", out_of_fold=chances, data=data, test_predicted=tested)


def voted(index: list[int], shares: list[float]) -> pd.DataFrame:
    return pd.DataFrame({"no": [1 - share for share in shares], "yes": shares}, index)


TARGET = ["no", "yes", "yes", "no", "yes", "no"]
VOTES = {
    ("near-001", 0): voted([0, 1], [0.1, 0.9]),
    ("far-000", 0): voted([0, 1], [1.0, 0.0]),
    ("near-001", 1): voted([1, 2, 3], [0.3, 0.3, 0.2]),
}


def test_a_row_of_several_folds_counts_with_its_mean() -> None:
    picked, (table, *said) = threshold.pick_threshold(flow(VOTES, TARGET), "f1")
    assert picked == {"class": "yes", "at_least": pytest.approx(0.25), "by": "the best f1"}
    assert table["rows"].tolist() == [
        *("true negatives", "false positives", "false negatives", "true positives", "precision", "recall", "f1")
    ]
    assert table["out of fold"].tolist() == ["2", "0", "0", "2", "1.000", "1.000", "1.000"]
    assert said[0] == "A row is yes if its probability is at least 0.2500."
    assert said[1] == "On out-of-fold rows, that has the best f1."


def test_held_out_rows_are_counted_at_the_threshold_and_without_it() -> None:
    tested = voted([4, 5], [0.4, 0.1])
    _, (table, *_) = threshold.pick_threshold(flow(VOTES, TARGET, tested), "recall", precision=0.5)
    assert table["held out"].tolist() == ["1", "0", "0", "1", "1.000", "1.000"]
    assert table["held out, at 0.5"].tolist() == ["1", "0", "1", "0", "0.000", "0.000"]


def test_another_class_can_be_the_positive_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(positive, "POSITIVE", "no")
    picked, _ = threshold.pick_threshold(flow(VOTES, TARGET), "accuracy")
    assert (picked["class"], picked["at_least"]) == ("no", pytest.approx(0.75))


def test_it_says_what_no_threshold_reaches() -> None:
    votes = {("near-001", 0): voted([0, 1, 2], [0.9, 0.5, 0.4])}
    picked, (_, *said) = threshold.pick_threshold(flow(votes, TARGET), "recall", precision=0.75)
    assert picked["by"] == "the best recall where the precision is at least 0.75"
    assert "No threshold reaches that: this one is nearest to it." in said
    _, (_, *said) = threshold.pick_threshold(flow(votes, TARGET), "recall", precision=0.6)
    assert not any("nearest" in one for one in said)


@pytest.mark.parametrize(
    "votes",
    [
        {("near-001", 0): pd.Series(["no", "yes"])},
        {("near-001", 0): voted([0, 1], [0.1, 0.9]).assign(more=0.0)},
        {("near-001", 0): None},
    ],
)
def test_without_probabilities_of_two_classes_there_is_none(votes: Any) -> None:
    picked, (table,) = threshold.pick_threshold(flow(votes, TARGET), "f1")
    assert picked is None
    assert table.iloc[0, 0] == "near-001 has no out-of-fold probabilities of two classes"
    assert threshold.with_threshold("the model", picked, pd.DataFrame()) == "the model"


@pytest.mark.parametrize("labels", [("no", "yes"), (1, 2), (False, True), (0.0, 1.0)])
@pytest.mark.parametrize("last", [False, True])
def test_the_model_predicts_by_it(labels: tuple[Any, Any], last: bool) -> None:
    rows = classes(*labels)
    rows["target"] = rows["target"].astype(type(labels[0]) if labels[0] != "no" else object)
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(rows[["a", "b"]], rows["target"])
    picked = {"class": labels[last], "at_least": 0.2}
    fixed = pickle.loads(pickle.dumps(threshold.with_threshold(model, picked, rows)))
    chances = model.predict_proba(rows[["a", "b"]])
    expected = [labels[last] if chance >= 0.2 else labels[not last] for chance in chances[:, int(last)]]
    assert fixed.predict(rows[["a", "b"]]).tolist() == expected
    assert expected != model.predict(rows[["a", "b"]]).tolist()
    np.testing.assert_array_equal(fixed.predict_proba(rows[["a", "b"]]), chances)
    assert list(fixed.classes_) == list(model.classes_)
    assert list(fixed.feature_names_in_) == ["a", "b"]
