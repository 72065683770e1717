import numpy as np
import pytest
from lightgbm import LGBMRegressor
from small_rows import rows

from mfc.templates.library import training_early
from mfc.templates.library.stopping import find_iterations

SETTINGS = {"num_leaves": 3, "learning_rate": 0.5}


def test_a_model_is_trained_for_as_many_iterations_as_it_finds_best() -> None:
    table = rows(200)
    model = training_early.train("gbm-000", SETTINGS, table)
    best, _ = find_iterations("gbm", SETTINGS, table)
    expected = LGBMRegressor(n_estimators=best, verbose=-1, random_state=0, **SETTINGS)
    expected.fit(table[["a", "b"]], table["target"])
    assert model.iterations_ == best
    np.testing.assert_array_equal(model.predict(table), expected.predict(table[["a", "b"]]))


def test_iterations_that_are_given_are_rounded() -> None:
    model = training_early.train("gbm-000", SETTINGS, rows(200), 6.6)
    assert model[-1].n_estimators == 7


def test_what_is_trained_on_are_the_rows_that_belong_to_the_iterations(monkeypatch: pytest.MonkeyPatch) -> None:
    table = rows(200)
    monkeypatch.setattr(training_early, "find_iterations", lambda *_: (4, table[:50]))
    kept = training_early.train("gbm-000", SETTINGS, table)
    expected = training_early.train("gbm-000", SETTINGS, table[:50], 4)
    np.testing.assert_array_equal(kept.predict(table), expected.predict(table))


def test_a_model_that_does_not_stop_has_no_iterations() -> None:
    assert training_early.train("ridge-000", {"alpha": 5}, rows(), float("nan"))[-1].alpha == 5
    assert training_early.train("ridge-000", {"alpha": 5}, rows()).iterations_ is None
