from types import SimpleNamespace
from typing import Any

import pytest

from mfc.runs.observe import Observer, Watched
from mfc.runs.progress import Fit, Task

WATCHED = Watched("Demo/1", ("fit",), "neg_mean_absolute_error")


class FakeTask(dict[str, Any]):
    """A task as Metaflow's client shows it: artifacts by name."""

    def __init__(self, name: str, *, finished: bool = True, **artifacts: Any) -> None:
        super().__init__({key: SimpleNamespace(data=value) for key, value in artifacts.items()})
        self.pathspec, self.finished = name, finished


def fit_task(name: str, **artifacts: Any) -> FakeTask:
    return FakeTask(name, _foreach_stack=[SimpleNamespace(value="ridge/0-1")], **artifacts)


def row(score: float, error: str | None = None) -> dict[str, Any]:
    scores = {"neg_mean_absolute_error": score, "r2": 0.5}
    return {"candidate": "ridge-000", "scores": scores, "fit_seconds": 2.0, "error": error}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    steps: dict[str, Any] = {}
    monkeypatch.setattr("metaflow.namespace", lambda _: None)
    monkeypatch.setattr("metaflow.Run", lambda _: steps)
    return steps


def test_what_is_asked_for_is_known_once_start_is_over(run: dict[str, Any]) -> None:
    observer = Observer(WATCHED)
    assert observer.asked() is None
    run["start"] = SimpleNamespace(task=FakeTask("start", finished=False, tasks=["ridge/0-1"]))
    assert observer.asked() is None
    run["start"].task.finished = True
    assert observer.asked() == ["ridge/0-1"]


def test_every_task_is_told_once_when_it_is_over(run: dict[str, Any]) -> None:
    observer = Observer(WATCHED)
    assert observer.finished() == []
    first = fit_task("1", fit_rows=[row(-3.0), row(float("nan"), "no luck")])
    second = fit_task("2")
    run["fit"] = SimpleNamespace(tasks=lambda: [first, second])
    second.finished = False
    (told,) = observer.finished()
    assert told.asked == "ridge/0-1"
    assert told.fits[0] == Fit("ridge-000", 3.0, 2.0)
    assert told.fits[1].seconds is None
    second.finished = True
    assert observer.finished() == []  # its artifacts are not there yet
    second["fit_rows"] = SimpleNamespace(data=[row(-1.0)])
    assert observer.finished() == [Task("ridge/0-1", (Fit("ridge-000", 1.0, 2.0),))]
    assert observer.finished() == []


def test_a_task_that_died_is_told_without_fits(run: dict[str, Any]) -> None:
    run["fit"] = SimpleNamespace(tasks=lambda: [fit_task("1", task_error="killed")])
    assert Observer(WATCHED).finished() == [Task("ridge/0-1", ())]


def test_the_last_words_are_the_leaderboard(run: dict[str, Any]) -> None:
    assert Observer(WATCHED).last_words() == ""
    run["end"] = SimpleNamespace(task=SimpleNamespace(stdout="place candidate\n"))
    assert Observer(WATCHED).last_words() == "place candidate\n"
