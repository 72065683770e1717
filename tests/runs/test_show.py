import re
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import metaflow

from mfc.runs.show import heading, progress, report_files, show


class Step(list):
    def __init__(self, name: str, *rows: list[dict[str, Any]]) -> None:
        super().__init__(Task(fits=SimpleNamespace(data=one)) for one in rows)
        self.pathspec = f"Houses/1/{name}"


class Steps(list):
    pathspec = "Houses/1"

    def __init__(self, *steps: Step) -> None:
        super().__init__(steps)


class Task(dict):
    successful = True
    pathspec = stderr = ""


def fit(candidate: str, fold: int, score: float, error: str | None = None) -> dict[str, Any]:
    return {"candidate": candidate, "fold": fold, "neg_log_loss": score, "error": error, "fit_time": 0.1}


def test_a_finished_run_shows_its_report(run: metaflow.Run) -> None:
    text = show(run)
    first, second = text.splitlines()[:2]
    assert first.startswith(f"{run.pathspec}: finished 20")
    assert re.fullmatch(r"by \w+, in `local@/.*`", second)
    assert "held-out rows" in text
    assert "Failed fits:" in text
    assert "confusion-matrix.png" in text.splitlines()[-1]
    assert report_files(run)["all-scores.png"].startswith(b"\x89PNG")


def test_a_run_on_its_way_shows_how_far_it_is() -> None:
    steps = Steps(
        Step("start"),
        Step("fit", [fit("a-000", 0, -0.5), fit("a-000", 1, -0.7)], [fit("b-000", 0, -0.3)]),
        Step("fit_gbm", [fit("gbm-000", 0, float("nan"), "ValueError: no\nmore")]),
    )
    assert progress(steps).splitlines() == [
        "4 fits are finished, 1 of them failed",
        "mean log loss so far:",
        "  b-000  0.3000 of 1",
        "  a-000  0.6000 of 2",
        "  gbm-000/0: ValueError: no",
    ]


class Standing(Steps):
    successful = finished = False
    finished_at = datetime(2026, 5, 4, 3, 2)


def ended(step: str, log: str) -> Standing:
    """Return a run that ended with a failure in a step."""
    task = Task(_task_ok=SimpleNamespace(data=False))
    task.pathspec, task.stderr = f"Houses/1/{step}/1", log
    steps = Step(step)
    steps.append(task)
    return Standing(steps)


def test_how_a_run_stands() -> None:
    assert "not finished" in heading(Standing(Step("start")))
    over = Standing(Step("end"))
    over.successful = True
    assert heading(over) == "Houses/1: finished 2026-05-04 03:02"


def test_a_run_that_failed_says_where_and_why_and_what_to_do() -> None:
    raised = "ValueError: rows.csv: no column\nsecond line"
    log = f'Traceback:\n  File "x.py", line 1\n    raise it\n{raised}\n\nTask failed.\n'
    assert heading(ended("start", log)).splitlines() == [
        "Houses/1: failed in `start`: ValueError: rows.csv: no column",
        "correct that and run the flow again",
    ]
    assert heading(ended("finish", "Killed")).splitlines() == [
        "Houses/1: was stopped in `finish`",
        "`resume` continues it",
    ]
    assert heading(ended("start", "Killed")).splitlines() == [
        "Houses/1: was stopped in `start`",
        "run the flow again",
    ]


def test_a_run_of_the_previous_version_shows_its_report(previous_run: metaflow.Run) -> None:
    text = show(previous_run)
    assert text.startswith(f"{previous_run.pathspec}: finished 20")
    assert "held-out rows" in text
    lines = progress(previous_run).splitlines()
    assert lines[:2] == ["12 fits are finished, 3 of them failed", "mean accuracy so far:"]
