import math
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from mfc.templates.library.race import rounds_of, share_out_round, survivors, with_cut, with_unseen


def row(candidate: str, fold: int, score: float | None, error: str | None = None) -> dict[str, Any]:
    scores = {} if score is None else {"r2": score, "neg_mean_absolute_error": -score}
    return {"candidate": candidate, "fold": fold, "error": error, **scores}


def test_the_folds_of_the_rounds() -> None:
    assert rounds_of(5, [1, 3]) == [range(1), range(1, 3), range(3, 5)]
    assert rounds_of(2, [1]) == [range(1), range(1, 2)]
    with pytest.raises(ValueError, match="there are 3 folds, so no fold follows a cut after 3"):
        rounds_of(3, [1, 3])


@pytest.mark.parametrize(
    ("keep", "at_least", "expected"),
    [(0.5, 1, "bcd"), (0.51, 1, "bcde"), (0.1, 1, "c"), (0.1, 2, "bc"), (0.1, 100, "abcdef"), (0.99, 1, "abcdef")],
)
def test_the_better_ones_go_on_in_their_order(keep: float, at_least: int, expected: str) -> None:
    scores = {"a": 0.1, "b": 0.8, "c": 0.9, "d": 0.7, "e": 0.6, "f": -5.0}
    rows = [row(name, 0, score) for name, score in scores.items()]
    assert survivors(list(scores), rows, keep, at_least) == list(expected)


def test_of_equals_the_first_declared_goes_on() -> None:
    assert survivors(["b", "a", "c"], [row(name, 0, 0.5) for name in "cba"], 0.5, 1) == ["b", "a"]


def test_the_mean_of_all_folds_so_far_counts() -> None:
    rows = [row("a", 0, 0.9), row("a", 1, 0.1), row("b", 0, 0.6), row("b", 1, 0.6), row("gone", 0, 0.99)]
    assert survivors(["a", "b"], rows, 0.5, 1) == ["b"]


def test_who_failed_is_out_however_few_are_left() -> None:
    rows = [row("a", 0, 0.2), row("b", 0, None, "no luck"), row("c", 0, math.nan), row("a", 1, 0.2)]
    assert survivors(["a", "b", "c"], rows, 0.9, 3) == ["a"]
    with pytest.raises(RuntimeError, match="no candidate has a score on every fold: no luck"):
        survivors(["b", "c"], rows, 0.9, 3)


def test_folds_that_were_not_seen_are_rows_without_scores() -> None:
    rows = [row("a", 0, 0.5), row("a", 1, 0.5), row("b", 0, 0.1)]
    assert with_unseen(rows, ["a", "b"], 2) == [*rows, {"candidate": "b", "fold": 1}]


def test_who_was_cut_is_below_all_that_finished_and_above_failures() -> None:
    scores = {"late": [0.5, 0.5, None], "early": [0.9, None, None], "best": [0.6, 0.6, 0.6], "close": [0.5, 0.7, None]}
    scores |= {"failed": [None, None, None], "second": [0.4, 0.4, 0.4], "early2": [0.95, None, None]}
    fits = pd.DataFrame(
        [
            {"candidate": name, "fold": i, "r2": value}
            for name, values in scores.items()
            for i, value in enumerate(values)
        ]
    )
    means = fits.groupby("candidate", sort=False)["r2"].agg(lambda values: values.mean(skipna=False))
    board = pd.DataFrame({"candidate": list(scores), "r2": means.to_numpy()})
    board["failed"] = [int(name == "failed") for name in scores]
    board = board.sort_values("r2", ascending=False, kind="stable", ignore_index=True)
    found = with_cut(board, fits)
    assert list(found["candidate"]) == ["best", "second", "close", "late", "early2", "early", "failed"]
    assert list(found["place"]) == [1, 2, 3, 4, 5, 6, 7]
    assert list(found["folds"]) == [3, 3, 2, 2, 1, 1, 0]
    assert list(found["r2_so_far"].round(2))[:5] == [0.6, 0.4, 0.6, 0.5, 0.95]
    assert found["r2"].isna().sum() == 5


def test_the_fits_of_a_round_are_on_its_folds() -> None:
    step = SimpleNamespace(decorators=[])
    assert share_out_round(["a-0", "a-1"], range(1, 3), 3, step) == [[("a-0", 1), ("a-0", 2), ("a-1", 1)], [("a-1", 2)]]
    assert share_out_round(["a-0", "b-0"], range(3, 4), 3, step, ["b"]) == [[("b-0", 3)], [("a-0", 3)]]
