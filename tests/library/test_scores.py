import numpy as np
import pytest
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.pipeline import make_pipeline
from small_rows import rows

from mfc.templates.library import scores


def test_scores_are_scikit_learns() -> None:
    table, unseen = rows(), rows(seed=1)
    model = make_pipeline(Ridge()).fit(table[["a", "b"]], table["target"])
    predicted = model.predict(unseen[["a", "b"]])
    expected = {"r2": r2_score(unseen["target"], predicted)}
    expected["neg_mean_absolute_error"] = -mean_absolute_error(unseen["target"], predicted)
    assert scores.score(model, unseen) == {**expected, "error": None}


def test_a_score_that_cannot_be_computed_has_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scores, "SCORES", {"r2": "R²", "neg_mean_squared_log_error": "squared log error"})
    table = rows()
    model = make_pipeline(DummyRegressor()).fit(table[["a", "b"]], table["target"])
    found = scores.score(model, table)
    assert found["r2"] == 0
    assert np.isnan(found["neg_mean_squared_log_error"])
    assert found["error"].startswith("neg_mean_squared_log_error: ValueError: ")


def test_the_first_score_alone_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    table, unseen = rows(), rows(seed=1)
    model = make_pipeline(Ridge()).fit(table[["a", "b"]], table["target"])
    assert scores.first_score(model, unseen) == scores.score(model, unseen)["r2"]
    monkeypatch.setattr(scores, "SCORES", {"neg_mean_squared_log_error": "squared log error"})
    assert np.isnan(scores.first_score(model, unseen))
