import re
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mfc.templates.library.report import (
    best_section,
    between,
    describe,
    digits,
    held_out,
    notes_table,
    report,
    with_error,
)

LEADERBOARD = pd.DataFrame(
    {
        "place": [1, 2],
        "candidate": ["ridge-001", "ridge-000"],
        "model": "ridge",
        "settings": ["alpha=1", "alpha=2"],
        "r2": [0.51234, np.nan],
        "r2_sem": [0.01234, np.nan],
        "mean_absolute_error": [12345.6, np.nan],
        "mean_absolute_error_sem": [1.0, np.nan],
        "p_holm": [np.nan, np.nan],
        "failed": [0, 2],
    }
)
FITS = pd.DataFrame(
    {"candidate": ["ridge-000", "ridge-001"] * 2, "fold": [0, 0, 1, 1], "error": ["ValueError: *no*", None] * 2}
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.123456, "0.1235"),
        (-12.3456, "-12.35"),
        (1234.56, "1,235"),
        (123456.7, "123,457"),
        (0.5, "0.5000"),
        (2e9, "2.000e+09"),
    ],
)
def test_numbers_have_four_digits_but_all_before_the_point(number: float, text: str) -> None:
    assert digits(number) == text


def test_settings_are_short_and_in_order() -> None:
    assert describe({"b": 0.123456, "a": [1, 2], "c": 2.0, "d": None}) == "a=[1, 2], b=0.1235, c=2.0, d=None"


def test_scores_are_shown_with_their_errors() -> None:
    table, *remarks = best_section(LEADERBOARD, 20)
    assert remarks == []
    assert [name.strip() for name in table] == ["place", "candidate", "R²", "mean absolute error", "failed", "settings"]
    assert table["R²"].tolist() == ["0.5123 ± 0.012", "-"]
    assert table["mean absolute error"].tolist() == ["12,346 ± 1.0", "-"]


def test_who_is_like_the_winner_has_a_mark_and_fewer_folds_are_shown() -> None:
    board = LEADERBOARD.assign(p_holm=[np.nan, 0.2], folds=[2, 1])
    table, *remarks = best_section(board, 20)
    assert table["place"].tolist() == ["1", "2 ≈"]
    assert table["folds"].tolist() == [2, 1]
    assert remarks == ["≈ cannot be told apart from the winner."]
    assert len(best_section(board, 1)) == 1


def test_means_and_intervals_are_as_long_as_they_can_be() -> None:
    assert with_error(0.5, np.nan) == "0.5000"
    assert between(0.25, 12.0) == "[0.2500, 12.00]"
    assert between(np.nan, np.nan) == "-"


def test_the_winner_stands_beside_the_baseline_with_natural_signs() -> None:
    winner = {"r2": 0.5, "neg_mean_absolute_error": -2.0, "error": None}
    baseline = {"r2": 0.0, "neg_mean_absolute_error": -4.0, "error": None}
    table, *remarks = held_out(winner | {"interval": (0.25, 0.625, 0.0)}, baseline, "the mean")
    assert table.to_dict("list") == {
        "score": ["R²", "mean absolute error"],
        "winner": ["0.5000", "2.000"],
        "95% interval": ["[0.2500, 0.6250]", ""],
        "baseline": ["0.000", "4.000"],
    }
    assert remarks[0].startswith("The baseline predicts the mean. ")
    assert len(remarks) == 2
    failed, *remarks = held_out(
        winner | {"r2": np.nan, "error": "r2: no", "interval": (np.nan, np.nan, 0.2)}, winner, "the mean"
    )
    assert failed["winner"].tolist() == ["-", "2.000"]
    assert failed["95% interval"].tolist() == ["-", ""]
    assert failed["baseline"].tolist() == ["0.5000", "2.000"]
    assert remarks[2:] == [
        "Of the winner, r2: no",
        "On 20% of the resamples, left out, the score is not defined.",
    ]
    untested, *_ = held_out(winner | {"interval": None}, baseline, "the mean")
    assert untested["95% interval"].tolist() == ["-", ""]


def test_a_report_is_files_and_what_a_card_shows() -> None:
    sections = {"ridge-001 on 20 rows": (pd.DataFrame({"score": ["R²"], "winner": ["0.5"]}), "Said of it.")}
    shown: list[Any] = []
    flow = SimpleNamespace(leaderboard=LEADERBOARD, fits=FITS, candidates={}, winner="ridge-001")
    files = report(flow, shown, sections, {"bad.png": lambda: 1 / 0}, 1)
    text = files["summary.txt"].decode()
    assert text.startswith("ridge-001 on 20 rows:\nscore winner\n   R²    0.5\nSaid of it.\n\n")
    assert "The best of 2 candidates, mean ± standard error over 2 folds:\n" in text
    assert "ridge-001" in text.partition("The best of 2")[2].partition("Failed fits")[0]
    assert "ridge-000" not in text.partition("The best of 2")[2].partition("Failed fits")[0]
    assert re.search(r"ValueError: \*no\* +2 +ridge-000\n", text)
    assert "bad.png ZeroDivisionError: division by zero" in text
    assert set(files) == {"summary.txt", "leaderboard.csv"}
    assert files["leaderboard.csv"].decode().splitlines()[1].startswith("1,ridge-001,ridge,alpha=1,0.51234,")
    assert [type(one).__name__ for one in shown] == [
        "Markdown",
        *["Markdown", "Table"],
        "Markdown",
        *["Markdown", "Table"] * 3,
    ]


def test_the_reasons_of_failed_fits_are_grouped() -> None:
    errors = ["ValueError: no l1", "ValueError: no l1", "KeyError: 'a'", "ValueError: no l1", None]
    fits = pd.DataFrame({"candidate": ["lr-0", "lr-0", "knn-1", "lr-1", "ridge-000"], "fold": 0, "error": errors})
    flow = SimpleNamespace(leaderboard=LEADERBOARD, fits=fits, candidates={}, winner="ridge-001")
    text = report(flow, [], {}, {}, 1)["summary.txt"].decode().partition("Failed fits:\n")[2]
    assert [line.split() for line in text.splitlines() if line] == [
        ["reason", "fits", "candidates"],
        ["ValueError:", "no", "l1", "3", "lr-0,", "lr-1"],
        ["KeyError:", "'a'", "1", "knn-1"],
    ]
    many = pd.DataFrame({"candidate": [f"lr-{i:03}" for i in range(50)], "fold": 0, "error": "ValueError: no"})
    flow = SimpleNamespace(leaderboard=LEADERBOARD, fits=many, candidates={}, winner="ridge-001")
    text = report(flow, [], {}, {}, 1)["summary.txt"].decode().partition("Failed fits:\n")[2]
    assert "50 lr-000, lr-001" in text
    assert "[...]" in text


def test_notes_are_a_table() -> None:
    assert notes_table({"the positive class": "churned"}).to_dict("list") == {
        "what": ["the positive class"],
        "is": ["churned"],
    }
