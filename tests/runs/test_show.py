from datetime import datetime
from types import SimpleNamespace
from typing import Any

import metaflow

from mfc.runs.show import heading, progress, report_files, show


class Step(list):
    def __init__(self, name: str, *rows: list[dict[str, Any]]) -> None:
        super().__init__(Task(fit_rows=SimpleNamespace(data=one)) for one in rows)
        self.pathspec = f"Houses/1/{name}"


class Task(dict):
    successful = True


def fit(candidate: str, fold: int, score: float, error: str | None = None) -> dict[str, Any]:
    return {"candidate": candidate, "fold": fold, "scores": {"neg_log_loss": score}, "error": error}


def test_a_finished_run_shows_its_report(run: metaflow.Run) -> None:
    text = show(run)
    assert text.startswith(f"{run.pathspec}: finished 20")
    assert "held-out rows" in text
    assert "failed on fold 0, 1, 2: ValueError" in text
    assert "confusion-matrix.png" in text.splitlines()[-1]
    assert report_files(run)["all-scores.png"].startswith(b"\x89PNG")


def test_a_run_on_its_way_shows_how_far_it_is() -> None:
    steps = [
        Step("start"),
        Step("fit", [fit("a-000", 0, -0.5), fit("a-000", 1, -0.7)], [fit("b-000", 0, -0.3)]),
        Step("fit_gbm", [fit("gbm-000", 0, float("nan"), "ValueError: no\nmore")]),
    ]
    assert progress(steps).splitlines() == [
        "4 fits are finished, 1 of them failed",
        "mean log_loss so far:",
        "  b-000  0.3000 of 1",
        "  a-000  0.6000 of 2",
        "  gbm-000/0: ValueError: no",
    ]


def test_how_a_run_stands() -> None:
    state = {"pathspec": "Houses/1", "successful": False, "finished": False, "finished_at": None}
    assert "not finished" in heading(SimpleNamespace(**state))
    assert "failed" in heading(SimpleNamespace(**state | {"finished": True}))
    over = state | {"successful": True, "finished_at": datetime(2026, 5, 4, 3, 2)}
    assert heading(SimpleNamespace(**over)) == "Houses/1: finished 2026-05-04 03:02"
