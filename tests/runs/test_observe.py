from types import SimpleNamespace
from typing import Any

import pytest
from plans import PLAN, VARIANTS

from mfc.plan.plan import Race
from mfc.runs.observe import Observer, Watched, watched
from mfc.runs.progress import Fit, Task
from mfc.runs.shape import Asked

WATCHED = Watched("Demo/1", {"fit": "start"}, "neg_mean_absolute_error")
FITS = [("ridge-000", 0), ("ridge-000", 1)]
ASKED = Asked("ridge", 2)


class FakeTask(dict[str, Any]):
    """A task as Metaflow's client shows it: artifacts by name."""

    def __init__(self, name: str, *, finished: bool = True, **artifacts: Any) -> None:
        super().__init__({key: SimpleNamespace(data=value) for key, value in artifacts.items()})
        self.pathspec, self.finished = name, finished


def fit_task(name: str, **artifacts: Any) -> FakeTask:
    return FakeTask(name, _foreach_stack=[SimpleNamespace(number=1)], **artifacts)


def row(score: float, error: str | None = None) -> dict[str, Any]:
    return {
        "candidate": "ridge-000",
        "fold": 0,
        "neg_mean_absolute_error": score,
        "r2": 0.5,
        "fit_time": 2.0,
        "error": error,
    }


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    steps: dict[str, Any] = {"start": SimpleNamespace(task=FakeTask("start", tasks=[[("net-000", 0)], FITS]))}
    monkeypatch.setattr("metaflow.namespace", lambda _: None)
    monkeypatch.setattr("metaflow.Run", lambda _: steps)
    return steps


def test_what_is_asked_for_is_known_once_start_is_over(run: dict[str, Any]) -> None:
    observer, start = Observer(WATCHED), run.pop("start")
    assert observer.asked() is None
    run["start"] = start
    start.task.finished = False
    assert observer.asked() is None
    start.task.finished = True
    assert observer.asked() == [Asked("net", 1), ASKED]


def test_every_task_is_told_once_when_it_is_over(run: dict[str, Any]) -> None:
    observer = Observer(WATCHED)
    assert observer.finished() == []
    first = fit_task("1", fits=[row(-3.0), {"candidate": "ridge-000", "fold": 1, "error": "no luck"}])
    second = fit_task("2")
    run["fit"] = SimpleNamespace(tasks=lambda: [first, second])
    second.finished = False
    (told,) = observer.finished()
    assert told == Task(ASKED, (Fit("ridge-000", 3.0, 2.0), Fit("ridge-000", None, None)))
    second.finished = True
    assert observer.finished() == []  # its artifacts are not there yet
    second["fits"] = SimpleNamespace(data=[row(-1.0)])
    assert observer.finished() == [Task(ASKED, (Fit("ridge-000", 1.0, 2.0),))]
    assert observer.finished() == []


def test_a_task_that_died_is_told_without_fits(run: dict[str, Any]) -> None:
    run["fit"] = SimpleNamespace(tasks=lambda: [fit_task("1", lost="killed")])
    assert Observer(WATCHED).finished() == [Task(ASKED, ())]


def test_the_last_words_are_the_leaderboard(run: dict[str, Any]) -> None:
    assert Observer(WATCHED).last_words() == ""
    run["end"] = SimpleNamespace(task=SimpleNamespace(stdout="| place candidate\n|     1 a\nresults/1/a.csv\n"))
    assert Observer(WATCHED).last_words() == "place candidate\n    1 a\nresults/1/a.csv\n"


def test_a_race_is_followed_from_round_to_round(run: dict[str, Any]) -> None:
    race = Watched("Demo/1", {"fit": "start", "fit_2": "round_2"}, "r2", ("round_2",), Race((1,), 0.5, 1), 3)
    observer = Observer(race)
    progress = observer.begin()
    assert progress is not None
    assert (progress.done, progress.total) == (0, 3 + 2 * 2)
    observer.look(progress)
    assert progress.total == 7
    run["round_2"] = SimpleNamespace(task=FakeTask("round_2", tasks=[[], FITS]))
    run["fit_2"] = SimpleNamespace(tasks=lambda: [fit_task("9", fits=[row(0.5)])])
    observer.look(progress)
    assert (progress.done, progress.total) == (2, 5)


def test_what_is_watched_of_a_flow() -> None:
    found = watched(VARIANTS["race"], "7")
    assert found.path == "Small/7"
    assert found.fit_steps == {"fit": "start", "fit_2": "round_2", "fit_3": "round_3"}
    assert (found.rounds, found.n_folds) == (("round_2", "round_3"), 5)
    assert watched(PLAN, "7") == Watched("Small/7", {"fit": "start"}, "r2", n_folds=3)
