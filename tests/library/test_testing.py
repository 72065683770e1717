import numpy as np
from sklearn.linear_model import Ridge
from small_rows import rows

from mfc.templates.library import scores
from mfc.templates.library.testing import score_baseline, score_on_test


def test_a_model_is_trained_and_scored() -> None:
    table = rows()
    model = Ridge().fit(table[["a", "b"]], table["target"])
    found = score_on_test(lambda: model, table)
    assert found.items() >= scores.score(model, table).items()
    assert (found["model"], found["interval"]) == (model, None)
    np.testing.assert_array_equal(found["predicted"], model.predict(table[["a", "b"]]))


def test_with_a_seed_the_first_score_has_an_interval() -> None:
    table = rows()
    model = Ridge(alpha=1e3).fit(table[["a", "b"]], table["target"])
    found = score_on_test(lambda: model, table, 3)
    low, high, undefined = found["interval"]
    assert low < found["r2"] < high
    assert undefined == 0


def test_a_baseline_is_a_pipeline_and_scored_alike() -> None:
    found = score_baseline(rows(), rows())
    assert abs(found["r2"]) < 1e-9
    assert len(found["model"][:-1].transform(rows()[["a", "b"]])) == len(rows())


def test_what_fails_has_a_reason_instead_of_scores() -> None:
    found = score_on_test(lambda: Ridge(alpha=-1).fit([[1]], [1]), rows(), 0)
    assert [found[name] for name in ("model", "predicted", "interval")] == [None] * 3
    assert np.isnan([found[name] for name in scores.SCORES]).all()
    assert found["error"].startswith("InvalidParameterError: The 'alpha' parameter")
