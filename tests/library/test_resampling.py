from itertools import islice
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from sklearn.base import is_classifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import r2_score
from sklearn.multioutput import MultiOutputClassifier
from sklearn.pipeline import Pipeline
from sklearn.tree import DecisionTreeClassifier

from mfc.templates.library import resampling, scores
from mfc.templates.library.resampling import bootstrap, remembering
from mfc.templates.library.resampling_rows import resamples

RANDOM = np.random.default_rng(5)
ROWS = pd.DataFrame({"x": RANDOM.normal(size=60)}, index=range(100, 160))
ROWS["target"] = ROWS["x"] + RANDOM.normal(size=60)
MODEL = LinearRegression().fit(ROWS[["x"]], ROWS["target"])


class Counted(DecisionTreeClassifier):
    """Keeps a list of what it is asked for, and for how many rows."""

    def __init__(self, asked: Any) -> None:
        super().__init__(max_depth=1)
        self.asked = asked

    def predict(self, X: Any) -> Any:
        self.asked.append(("predict", len(X)))
        return super().predict(X, check_input=True)

    def predict_proba(self, X: Any) -> Any:
        self.asked.append(("predict_proba", len(X)))
        return super().predict_proba(X)


def score_by(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (scores, resampling):
        monkeypatch.setattr(module, "SCORES", {name: name})


def test_the_interval_is_that_of_scipy() -> None:
    """Both draw 2,000 times by the same generator, so that they draw the same rows."""
    truth, predicted = ROWS["target"].to_numpy(), MODEL.predict(ROWS[["x"]])
    given = {"paired": True, "vectorized": False, "method": "percentile", "n_resamples": 2000, "batch": 1}
    expected = stats.bootstrap((truth, predicted), r2_score, rng=np.random.default_rng(7), **given)
    low, high, undefined = bootstrap(MODEL, ROWS, 7)
    assert (low, high) == pytest.approx(expected.confidence_interval, rel=1e-9)
    assert undefined == 0


def test_there_are_fewer_resamples_of_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(resampling, "resamples", lambda rows, times, seed: asked.append(times) or [range(len(rows))])
    for rows in (10_000, 20_000, 200_000):
        bootstrap(MODEL, ROWS.sample(rows, replace=True, random_state=0), 0)
    assert asked == [2000, 1000, 200]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resampling, "resamples", lambda *given: islice(resamples(*given), 200))


@pytest.mark.usefixtures("few")
def test_losses_have_their_natural_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    score_by("neg_mean_absolute_error", monkeypatch)
    low, high, _ = bootstrap(MODEL, ROWS, 0)
    assert 0 < low < abs(MODEL.predict(ROWS[["x"]]) - ROWS["target"]).mean() < high


@pytest.mark.usefixtures("few")
def test_resamples_without_a_score_are_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    score_by("roc_auc", monkeypatch)
    rows = pd.DataFrame({"x": np.arange(20.0), "target": ["no"] * 19 + ["yes"]})
    model = LogisticRegression().fit(rows[["x"]], rows["target"])
    low, high, undefined = bootstrap(model, rows, 0)
    assert undefined == pytest.approx((19 / 20) ** 20, abs=0.1)
    assert low == high == 1


def looks_closely(model: Any, X: pd.DataFrame, y: pd.Series) -> float:
    """Score as a user may who knows the pipeline, and asks it for all that it has."""
    assert isinstance(model, Pipeline)
    assert is_classifier(model)
    assert model[-1] is model.named_steps["treeclassifier"]
    assert list(model.classes_) == [False, True]
    chances = model.predict_proba(X)[:, 1]
    part = X[X["x"] > 0]
    return float((chances * y).mean() + model.predict(part).mean() + X["x"].mean())


@pytest.mark.usefixtures("few")
def test_a_scorer_of_ones_own_is_given_the_pipeline_and_the_rows_and_it_predicts_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows, asked = ROWS.assign(target=ROWS["target"] > 0), []
    model = Pipeline([("treeclassifier", Counted(asked).fit(ROWS[["x"]], rows["target"]))])
    monkeypatch.setattr(resampling, "first_scorer", lambda: looks_closely)
    low, high, undefined = bootstrap(model, rows, 0)
    assert undefined == 0
    assert low < looks_closely(model, rows[["x"]], rows["target"]) < high
    assert asked[:2] == [("predict_proba", 60), ("predict", 60)]
    assert len(asked) == 4, "twice without resampling"


@pytest.mark.parametrize("changed", [lambda X: X.assign(x=X["x"] + 1), lambda X: X.to_numpy()])
@pytest.mark.filterwarnings("ignore:X does not have valid feature names")
def test_rows_that_a_scorer_changes_are_predicted_for_anew(changed: Any) -> None:
    drawn = ROWS[["x"]].reset_index(drop=True).iloc[[4, 4, 0]]
    found = remembering(MODEL, ROWS[["x"]].reset_index(drop=True)).predict(changed(drawn))
    np.testing.assert_allclose(found, MODEL.predict(changed(drawn)))


def test_a_model_predicts_once_and_keeps_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    features = ROWS[["x"]].reset_index(drop=True)
    model = DecisionTreeClassifier().fit(features, features["x"] > 0)
    copied, looked_up = remembering(model, features), pd.DataFrame(index=[3, 3, 0])
    expected = model.predict_proba(features)[[3, 3, 0]]
    assert copied.predict_proba(looked_up).tolist() == expected.tolist()
    monkeypatch.setattr(DecisionTreeClassifier, "predict_proba", None)  # it is not asked again
    assert copied.predict_proba(looked_up).tolist() == expected.tolist()
    assert copied.predict_proba.__name__ == "predict_proba"
    assert copied.classes_ is model.classes_
    assert "predict_proba" not in vars(model)
    with pytest.raises(AttributeError):
        _ = copied.decision_function


def test_of_several_labels_each_has_its_table() -> None:
    labels, features = np.column_stack([ROWS["x"] > 0, ROWS["x"] > 1]), ROWS[["x"]].reset_index(drop=True)
    model = MultiOutputClassifier(DecisionTreeClassifier()).fit(features, labels)
    found = remembering(model, features).predict_proba(pd.DataFrame(index=[5, 1]))
    expected = model.predict_proba(features)
    assert [one.tolist() for one in found] == [one[[5, 1]].tolist() for one in expected]
