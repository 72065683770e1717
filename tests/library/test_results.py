from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
import worked

from mfc.templates.library.comparing import fold_scores, overlap
from mfc.templates.library.results import as_cv_results, in_order, make_leaderboard, out_of_fold_of, rows_of
from mfc.templates.library.selection_best import choose

CANDIDATES: dict[str, dict[str, Any]] = {"b-000": {"x": 1}, "b-001": {"x": 2, "y": None}, "a-000": {}}


def row(candidate: str, fold: int, r2: float, mae: float, **others: Any) -> dict[str, Any]:
    rows = {"n_fitting": 4, "n_scoring": 4}
    scores = {"r2": r2, "neg_mean_absolute_error": -mae}
    return {"candidate": candidate, "fold": fold, **scores, **rows, "error": None, **others}


ROWS = [
    row("a-000", 1, 0.5, 3.0),
    row("a-000", 0, 0.25, 4.0),
    row("b-001", 0, 0.5, 1.0),
    {"candidate": "b-001", "fold": 1, "error": "ValueError: no"},
    row("b-000", 0, 0.375, 4.0, predicted=pd.Series([1.0])),
    row("b-000", 1, 0.375, 3.0, predicted=pd.Series([2.0], [1])),
]


def fits() -> pd.DataFrame:
    return in_order([dict(one) for one in ROWS], CANDIDATES)[0]


def test_the_fits_of_a_task_that_died_have_its_reason() -> None:
    died = SimpleNamespace(lost="Traceback:\n  \nMemoryError: no\n", input=[("a-000", 0), ("a-000", 1)])
    done = SimpleNamespace(lost=None, fits=ROWS[2:3])
    gathered = SimpleNamespace(fits=ROWS[:1])
    errors = [(one["candidate"], one["fold"], one["error"]) for one in rows_of([died, done, gathered])]
    assert errors[:2] == [("a-000", 0, "MemoryError: no"), ("a-000", 1, "MemoryError: no")]
    assert errors[2:] == [("b-001", 0, None), ("a-000", 1, None)]


def test_fits_are_in_the_order_of_the_candidates() -> None:
    table, predicted = in_order([dict(one) for one in ROWS], CANDIDATES)
    assert table["candidate"].tolist() == ["b-000", "b-000", "b-001", "b-001", "a-000", "a-000"]
    assert table["fold"].tolist() == [0, 1] * 3
    assert table["error"].dropna().to_dict() == {3: "ValueError: no"}
    assert predicted["b-000", 1].tolist() == [2.0]
    assert predicted["a-000", 0] is None
    assert out_of_fold_of("b-000", predicted).tolist() == [1.0, 2.0]


def test_a_class_that_a_fold_did_not_have_has_no_probability() -> None:
    parts = {("a-000", 0): pd.DataFrame({"x": [1.0]}), ("a-000", 1): pd.DataFrame({"x": [0.5], "y": [0.5]}, [1])}
    assert out_of_fold_of("a-000", parts).to_dict("list") == {"x": [1.0, 0.5], "y": [0.0, 0.5]}


def test_results_are_laid_out_as_those_of_a_search() -> None:
    results = as_cv_results(CANDIDATES, fits())
    assert results["model"].tolist() == ["b", "b", "a"]
    assert results["params"] == list(CANDIDATES.values())
    assert results["param_x"].tolist() == [1, 2, None]
    assert results["param_y"].mask.tolist() == [True, False, True]
    np.testing.assert_array_equal(results["split1_test_r2"], [0.375, np.nan, 0.5])
    np.testing.assert_array_equal(results["mean_test_neg_mean_absolute_error"], [-3.5, np.nan, -3.5])
    np.testing.assert_allclose(results["std_test_r2"], [0, np.nan, 0.125])
    assert results["rank_test_r2"].tolist() == [1, 3, 1]


def test_the_leaderboard_goes_from_best_to_worst_and_of_equals_the_first_declared_is_first() -> None:
    board = make_leaderboard(CANDIDATES, fits(), "b-000")
    assert board["candidate"].tolist() == ["b-000", "a-000", "b-001"]
    assert board["place"].tolist() == [1, 2, 3]
    assert board["failed"].tolist() == [0, 0, 1]
    assert board["mean_absolute_error"].tolist()[:2] == [3.5, 3.5]
    assert board["r2_sem"][1] == pytest.approx(0.125 * 2**0.5 * (1 / 2 + 4 / 4) ** 0.5)
    assert board["p_holm"].isna().all()
    assert "iterations" not in board


def test_iterations_are_means_over_the_folds() -> None:
    rows = [dict(one, iterations=i) for i, one in enumerate(ROWS[:2] + ROWS[4:])]
    board = make_leaderboard({"b-000": {}, "a-000": {}}, in_order(rows, ["b-000", "a-000"])[0], "b-000")
    assert dict(zip(board["candidate"], board["iterations"], strict=True)) == {"a-000": 0.5, "b-000": 2.5}


def test_the_worked_leaderboard() -> None:
    board = make_leaderboard({name: {} for name in "abcd"}, worked.FITS, "a").set_index("candidate").loc[list("abcd")]
    np.testing.assert_allclose(board["r2"], [0.507360, 0.503380, 0.440020, 0.476240], atol=5e-7)
    np.testing.assert_allclose(board["r2_sem"], [0.073122, 0.067862, 0.064347, 0.048978], atol=5e-7)
    np.testing.assert_allclose(board["r2_low"], [0.304340, 0.314964, 0.261364, 0.340254], atol=5e-7)
    np.testing.assert_allclose(board["r2_high"], [0.710380, 0.691796, 0.618676, 0.612226], atol=5e-7)
    np.testing.assert_allclose(board["p_holm"], [np.nan, 0.899145, 0.036523, 0.899145], atol=5e-7)
    for end in ("", "_sem", "_low", "_high"):  # the loss is the score with its natural sign, negated twice
        np.testing.assert_allclose(board[f"mean_absolute_error{end}"], board[f"r2{end}"])


def test_candidates_without_all_folds_have_no_mean_and_come_last() -> None:
    scores = {"failed": [0.9, None, 0.9], "cut": [0.8], "all": [0.1, 0.2, 0.3], "best": [0.3, 0.5, 0.4]}
    rows = [
        row(name, fold, np.nan if r2 is None else r2, 1.0, error=None if r2 else "no")
        for name, found in scores.items()
        for fold, r2 in enumerate(found)
    ]
    table, _ = in_order(rows, scores)
    board = make_leaderboard({name: {} for name in scores}, table, "best")
    assert board["candidate"].tolist() == ["best", "all", "failed", "cut"]
    assert board["failed"].tolist() == [0, 0, 1, 0]
    for column in ("r2", "r2_sem", "r2_low", "r2_high"):
        assert board[column].isna().tolist() == [False, False, True, True]
    results = as_cv_results({name: {} for name in scores}, table)
    assert np.isnan(results["split2_test_r2"]).tolist() == [False, True, False, False]
    assert np.isnan(results["mean_test_r2"]).tolist() == [True, True, False, False]


@pytest.mark.parametrize("n_folds", [2, 5, 50])
def test_the_first_of_the_leaderboard_is_who_is_chosen(n_folds: int) -> None:
    random = np.random.default_rng(n_folds)
    for _ in range(20):
        values = random.integers(0, 3, (12, n_folds)) / 7
        names = [f"m-{i:03}" for i in range(12)]
        rows = [row(name, i, r2, 1.0) for name, found in zip(names, values, strict=True) for i, r2 in enumerate(found)]
        table, _ = in_order(rows, names)
        winner = choose({}, fold_scores(table), overlap(table))[0]
        assert make_leaderboard({name: {} for name in names}, table, winner)["candidate"][0] == winner
