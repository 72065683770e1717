from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from mfc.runs.compare import compare
from mfc.runs.find import RunError


class Fake(dict):
    """A run with these artifacts in each of its steps."""

    def __init__(self, name: str, **artifacts: Any) -> None:
        task = Task({key: SimpleNamespace(data=value) for key, value in artifacts.items()})
        super().__init__(dict.fromkeys(("start", "rank", "evaluate"), SimpleNamespace(task=task)))
        self.pathspec = name


class Task(dict):
    successful = True


def fake(number: int, digest: str, held_out: float, *rows: tuple[str, str, float], score: str = "r2") -> Fake:
    board = pd.DataFrame(rows, columns=["model", "settings", score])
    return Fake(f"Houses/{number}", spec_digest=digest, leaderboard=board, test_scores={score: held_out})


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


def test_nothing_changed_even_where_a_candidate_failed() -> None:
    run = fake(1, "aa", 0.8, ("gbm", "depth=2", 0.9), ("knn", "", float("nan")))
    assert compare(run, run).splitlines()[-1] == "  2 have the same score as before"


def test_other_scores_cannot_be_compared() -> None:
    other = fake(2, "bb", 3.0, ("gbm", "depth=2", 2.0), score="max_error")
    assert compare(BEFORE, other).splitlines()[-1] == "candidates are ranked by r2, and now by max_error"


def test_a_run_without_a_leaderboard() -> None:
    with pytest.raises(RunError, match="`Houses/3` has no leaderboard yet"):
        compare(BEFORE, Fake("Houses/3", spec_digest="aa"))
