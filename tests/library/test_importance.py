from itertools import count
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LinearRegression, Ridge
from small_rows import rows

from mfc.templates.library import importance, scores
from mfc.templates.library.importance import importance_figure, importance_of, importances

ROWS = rows(200)
MODEL = Ridge(alpha=30).fit(ROWS[["a", "b"]], ROWS["target"])


def trained(table: pd.DataFrame) -> dict[str, Any]:
    """Return a model of the first half of the rows, and what it predicts for all."""
    features, half = table.drop(columns="target"), len(table) // 2
    model = LinearRegression().fit(features[:half], table["target"][:half])
    return {"model": model, "predicted": pd.Series(model.predict(features))}


def wide(n: int, noise: float = 0.5) -> pd.DataFrame:
    """Return rows of which the first of many columns decides, but for some noise."""
    random = np.random.default_rng(3)
    table = pd.DataFrame(random.normal(size=(n * 4, n))).add_prefix("c")
    return table.assign(target=table["c0"] + noise * random.normal(size=len(table)))


def test_columns_are_as_important_as_scikit_learn_finds_them() -> None:
    found = importances(MODEL, ROWS, 5)
    theirs = permutation_importance(MODEL, ROWS[["a", "b"]], ROWS["target"], n_repeats=10, random_state=5)
    assert list(found.index) == ["a", "b"]
    error = np.hypot(found.std(axis=1), theirs.importances_std) / np.sqrt(10)
    assert (abs(found.mean(axis=1) - theirs.importances_mean) < 4 * error).all()
    pd.testing.assert_frame_equal(found, importances(MODEL, ROWS, 5))


def test_a_fall_is_the_score_without_the_columns_order() -> None:
    order = np.random.default_rng(5).permutation(len(ROWS))
    shuffled = ROWS.assign(b=ROWS["b"].to_numpy()[order])
    fall = MODEL.score(ROWS[["a", "b"]], ROWS["target"]) - MODEL.score(shuffled[["a", "b"]], ROWS["target"])
    assert importances(MODEL, ROWS, 5).loc["b", 0] == pytest.approx(fall, rel=1e-12)


def test_of_many_rows_some_are_shuffled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importance, "MOST_SHUFFLED", 100)
    found = importances(MODEL, ROWS, 5)
    pd.testing.assert_frame_equal(found, importances(MODEL, ROWS.sample(100, random_state=5), 5))


def test_columns_that_a_model_ignores_have_no_importance_and_columns_may_be_of_any_kind() -> None:
    class First(RegressorMixin, BaseEstimator):
        def fit(self, *_: Any) -> None: ...

        def predict(self, X: pd.DataFrame) -> Any:
            assert X["when"].dtype == "datetime64[us]"
            return X["a"]

    table = ROWS.assign(when=pd.Timestamp("2026-01-01").as_unit("us"), word="x", kind=pd.Categorical(["k"] * 200))
    found = importances(First(), table, 0)
    assert found.index[0] == "a"
    assert (found.drop(index="a") == 0).all(axis=None)


def test_a_column_may_have_any_name() -> None:
    renamed = ROWS.rename(columns={"a": "self"})
    model = Ridge(alpha=30).fit(renamed[["self", "b"]], renamed["target"])
    found = importances(model, renamed, 5).rename(index={"self": "a"})
    pd.testing.assert_frame_equal(found, importances(MODEL, ROWS, 5))


def test_it_stops_in_time_after_whole_rounds_first(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count()
    monkeypatch.setattr(importance, "SECONDS", 8)
    monkeypatch.setattr(importance, "perf_counter", lambda: next(clock))
    found, (_, *said) = importance_of(trained(wide(6)), wide(6), 0)
    assert found.notna().sum(axis=1).sort_index().tolist() == [2, 2, 1, 1, 1, 1]
    assert said == ["Stopped after 8 seconds: 6 of 6 columns were shuffled and scored, at most 2 of ten times."]
    clock = count()
    monkeypatch.setattr(importance, "SECONDS", 3)
    found, (table, *said) = importance_of(trained(wide(6)), wide(6), 0)
    assert "3 of 6 columns" in said[0]
    assert sorted(table["column"]) == ["c0", "c1", "c2"]
    assert importance_figure(found, "title").get_supxlabel() == said[0]
    assert len(importance_figure(found, "title").axes[0].patches) == 3


def test_the_ten_most_important_are_listed_with_their_spread() -> None:
    _, (table, *said) = importance_of(trained(wide(30)), wide(30), 0)
    assert list(table) == ["column", "fall of R²"]
    assert table["column"][0] == "c0"
    assert len(table) == 10
    assert " ± " in table["fall of R²"][0]
    assert said == []


@pytest.mark.parametrize(("noise", "warns"), [(0.02, True), (0.5, False)])
def test_one_column_that_predicts_almost_perfectly_is_said(noise: float, warns: bool) -> None:
    _, (_, *said) = importance_of(trained(wide(5, noise)), wide(5, noise), 0)
    warning = "`c0` alone predicts almost perfectly: it may not be known when predicting."
    assert said == [warning] * warns
    renamed = wide(5, noise).rename(columns={"c0": "the `c`"})
    _, (_, *said) = importance_of(trained(renamed), renamed, 0)
    assert said == [warning.replace("c0", "the 'c'")] * warns


def test_two_columns_that_share_the_importance_are_no_leak() -> None:
    table = wide(5, 0.0).assign(target=lambda one: one["c0"] + one["c1"])
    assert importance_of(trained(table), table, 0)[1][1:] == ()


def test_losses_rise(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (scores, importance):
        monkeypatch.setattr(module, "SCORES", {"neg_mean_absolute_error": "mean absolute error"})
    found, (table, *_) = importance_of(trained(wide(5)), wide(5), 0)
    assert list(table) == ["column", "rise of mean absolute error"]
    assert found.loc["c0"].mean() > 0


def test_the_figure_shows_at_most_20_columns_the_most_important_on_top() -> None:
    table = wide(25).rename(columns={"c0": "ひ" * 50})
    found = importances(trained(table)["model"], table, 0)
    figure = importance_figure(found, "ridge-001")
    [axes] = figure.axes
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels[0] == "ひ" * 39 + "…"
    assert len(labels) == len(axes.patches) == 20
    assert axes.get_ylabel() == "the most important 20 of 25 columns"
    assert [bar.get_width() for bar in axes.patches] == sorted((bar.get_width() for bar in axes.patches), reverse=True)
    assert figure.get_supxlabel() == ""


def test_without_a_score_there_is_a_reason_and_no_section() -> None:
    found, (table, *_) = importance_of({"model": None, "predicted": None}, ROWS, 0)
    assert len(table) == 0
    with pytest.raises(ValueError, match="the first score is not defined on the held-out rows"):
        importance_figure(found, "title")
