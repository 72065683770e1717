import numpy as np
import pytest
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from small_rows import rows

from mfc.templates.library import scores_own


def test_a_scorer_may_be_a_function(monkeypatch: pytest.MonkeyPatch) -> None:
    def profit(model: object, features: object, target: object) -> float:
        return 3.5

    def bad(model: object, features: object, target: object) -> float:
        msg = "price"
        raise KeyError(msg)

    table = rows()
    model = make_pipeline(Ridge()).fit(table[["a", "b"]], table["target"])
    monkeypatch.setattr(scores_own, "scorers", lambda: {"profit": profit, "r2": "r2"})
    expected = model.score(table[["a", "b"]], table["target"])
    assert scores_own.score(model, table) == {"profit": 3.5, "r2": expected, "error": None}
    monkeypatch.setattr(scores_own, "scorers", lambda: {"bad": bad, "r2": "r2"})
    found = scores_own.score(model, table)
    assert np.isnan(found["bad"])
    assert (found["r2"], found["error"]) == (expected, "bad: KeyError: 'price'")


def test_the_first_score_alone_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    table = rows()
    model = make_pipeline(Ridge()).fit(table[["a", "b"]], table["target"])
    monkeypatch.setattr(scores_own, "scorers", lambda: {"profit": lambda *_: 3.5, "r2": "r2"})
    assert scores_own.first_score(model, table) == 3.5
    monkeypatch.setattr(scores_own, "scorers", lambda: {"none": lambda *_: {}["price"], "r2": "r2"})
    assert np.isnan(scores_own.first_score(model, table))
