import numpy as np
import pandas as pd
from worked import FITS, SCORES

from mfc.templates.library.results import make_leaderboard
from mfc.templates.library.standing import listed, standing

CANDIDATES: dict[str, dict[str, object]] = {name: {} for name in SCORES.index}


def standing_of(fits: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    winner = fits.groupby("candidate", sort=False)["r2"].mean().idxmax()
    board = make_leaderboard(CANDIDATES, fits, str(winner))
    [(title, (table, *remarks))] = standing(CANDIDATES, fits, board, "20 rows").items()
    assert title == f"{winner} over the folds of 20 rows"
    return table, "\n".join(remarks)


def test_the_worked_standing() -> None:
    table, remarks = standing_of(FITS)
    assert table.iloc[0].tolist() == ["R²", "0.5074 ± 0.073", "[0.3043, 0.7104]", "0.5074"]
    assert table.iloc[1].tolist() == ["mean absolute error", "0.5074 ± 0.073", "[0.3043, 0.7104]", "0.5074"]
    assert "Cannot be told apart from a (at 5%, by corrected paired t tests over the folds): b, d." in remarks
    assert "tie" not in remarks


def test_the_choice_is_corrected_for() -> None:
    """On the first fold the second would have been chosen."""
    folds = {"a": [0.6, 0.5, 0.4, 0.5, 0.5], "b": [0.4, 0.5, 0.6, 0.5, 0.49]}
    fits = FITS[FITS["candidate"].isin(list(folds))].assign(r2=np.ravel(list(folds.values())))
    table, _ = standing_of(fits)
    assert table["mean ± standard error"][0].startswith("0.5000")
    assert table["corrected for the choice"][0] == "0.4600"


def test_few_folds_are_said_to_be_few_and_a_tie_to_be_one() -> None:
    few = FITS[FITS["fold"] < 3]
    _, remarks = standing_of(few)
    assert "Candidates are not compared: 3 folds, and 5 are needed." in remarks
    same = FITS.assign(r2=FITS["r2"].where(FITS["candidate"] != "b", np.tile(FITS["r2"][:5], 4)))
    assert "There is a tie between a, b: the first declared wins." in standing_of(same)[1]


def test_others_may_all_differ_and_one_alone_is_compared_with_nobody() -> None:
    two = FITS[FITS["candidate"].isin(["a", "c"])]
    assert "All other candidates that finished differ from a" in standing_of(two)[1]
    assert standing_of(FITS[:5])[1].count("\n") == 0


def test_with_one_fold_there_is_a_mean_alone() -> None:
    table, _ = standing_of(FITS[FITS["fold"] == 0])
    assert table.iloc[0].tolist() == ["R²", "0.5407", "-", "-"]


def test_of_many_names_ten_are_listed() -> None:
    assert listed([str(i) for i in range(12)]) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more"
