from types import SimpleNamespace
from typing import Any

import metaflow
import pandas as pd
import pytest

from mfc.runs.compare import compare
from mfc.runs.find import RunError


class Fake(dict):
    """A run with these artifacts in each of its steps."""

    def __init__(self, name: str, **artifacts: Any) -> None:
        task = Task({key: SimpleNamespace(data=value) for key, value in artifacts.items()})
        super().__init__(dict.fromkeys(("start", "rank", "finish"), SimpleNamespace(task=task)))
        self.pathspec = name


class Task(dict):
    successful = True


def fake(
    number: int,
    digest: str,
    held_out: float,
    *rows: tuple[str, str, float],
    score: str = "r2",
    tested: str | None = "ff",
    winner: str | None = None,
) -> Fake:
    board = pd.DataFrame(rows, columns=["model", "settings", score])
    files = {"leaderboard.csv": board.to_csv(index=False).encode()}
    kept = {"spec_digest": digest, "files": files, "test_scores": {score: held_out}}
    return Fake(f"Houses/{number}", **kept, test_digest=tested, winner=winner)


BEFORE = fake(1, "aa", 0.8, ("gbm", "depth=2", 0.9), ("gbm", "depth=3", 0.7), ("net", "", 0.5))
AFTER = fake(2, "bb", 0.9, ("net", "", 0.95), ("gbm", "depth=3", 0.7), ("ridge", "", 0.1))


def test_what_changed() -> None:
    assert compare(BEFORE, AFTER).splitlines() == [
        "from Houses/1 to Houses/2",
        "specification  changed",
        "winner         gbm depth=2 -> net",
        "held-out r2  0.8000 -> 0.9000 (+0.1000)",
        "r2 of candidates",
        "  net  0.5000 -> 0.9500 (+0.4500)",
        "  1 have the same score as before",
        "  - gbm depth=2  0.9000",
        "  + ridge  0.1000",
    ]


@pytest.mark.parametrize(
    ("tested", "said"), [("ee", "are different"), (None, "may be different, which these runs do not record")]
)
def test_scores_of_other_test_rows_are_not_subtracted(tested: str | None, said: str) -> None:
    after = fake(2, "aa", 0.9, ("gbm", "depth=3", 0.8), tested=tested)
    assert compare(BEFORE, after).splitlines()[3:] == [
        f"test rows      {said}: their scores cannot be subtracted",
        "held-out r2  0.8000 -> 0.9000",
        "r2 of candidates",
        "  gbm depth=3  0.7000 -> 0.8000",
        "  - gbm depth=2  0.9000",
        "  - net  0.5000",
    ]


def test_the_winner_need_not_be_the_first() -> None:
    rows = pd.DataFrame({"candidate": ["a-000", "b-000"], "model": ["a", "b"], "settings": "", "r2": [0.9, 0.8]})
    run = Fake("Houses/4", spec_digest="aa", files={"leaderboard.csv": rows.to_csv().encode()}, winner="b-000")
    assert "winner         b" in compare(run, run).splitlines()


def test_nothing_changed_even_where_a_candidate_failed() -> None:
    run = fake(1, "aa", 0.8, ("gbm", "depth=2", 0.9), ("knn", "", float("nan")))
    assert compare(run, run).splitlines()[-1] == "  2 have the same score as before"


def test_other_scores_cannot_be_compared() -> None:
    other = fake(2, "bb", 3.0, ("gbm", "depth=2", 2.0), score="max_error")
    assert compare(BEFORE, other).splitlines()[-1] == "candidates were ranked by r2, and are now ranked by max_error"


def test_a_run_without_a_leaderboard() -> None:
    with pytest.raises(RunError, match="`Houses/3` has no leaderboard yet"):
        compare(BEFORE, Fake("Houses/3", spec_digest="aa"))


@pytest.mark.parametrize("table", [b"", b"model\nridge\n", b"model,settings,r2\nridge,,much\n", b"\xff"])
def test_a_leaderboard_of_another_form(table: bytes) -> None:
    with pytest.raises(RunError, match=r"the leaderboard of `Houses/3` in .* is damaged, or was written by another"):
        compare(BEFORE, Fake("Houses/3", spec_digest="aa", files={"leaderboard.csv": table}))


def test_runs_of_the_previous_version_are_compared(previous_run: metaflow.Run) -> None:
    lines = compare(previous_run, previous_run).splitlines()
    assert "specification  the same" in lines
    assert lines[-1] == "  4 have the same score as before"
