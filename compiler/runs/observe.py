"""Look at a run through Metaflow's client while it runs."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, NamedTuple

from .progress import Fit, Task


class Watched(NamedTuple):
    """What to look at: the run as "Flow/id", the steps that fit, and the scorer that ranks."""

    path: str
    fit_steps: tuple[str, ...]
    scorer: str


class Observer:
    """A run, looked at again and again; what cannot be read yet will be the next time."""

    def __init__(self, watched: Watched) -> None:
        import metaflow

        metaflow.namespace(None)  # whoever started it
        self._run = metaflow.Run
        self._watched = watched
        self._seen: set[str] = set()

    def asked(self) -> list[str] | None:
        """Return what the fitting tasks are asked for, once that is known."""
        with suppress(Exception):  # a datastore that is being written can be wrong in any way
            start: Any = self._run(self._watched.path)["start"].task
            return list(start["tasks"].data) if start.finished else None
        return None

    def finished(self) -> list[Task]:
        """Return the fitting tasks that are over since the last look."""
        over = []
        for step in self._watched.fit_steps:
            with suppress(Exception):
                for task in self._run(self._watched.path)[step].tasks():
                    if task.pathspec not in self._seen and (read := _read(task, self._watched.scorer)):
                        self._seen.add(task.pathspec)
                        over.append(read)
        return over

    def last_words(self) -> str:
        """Return what the last step printed, the leaderboard, or nothing if that is out of reach."""
        with suppress(Exception):
            end: Any = self._run(self._watched.path)["end"].task
            return str(end.stdout)
        return ""


def _read(task: Any, scorer: str) -> Task | None:
    """Return what came of a task, or None while that is not known: its artifacts appear one by one."""
    if not task.finished:
        return None
    asked = task["_foreach_stack"].data[-1].value
    if "task_error" in task and task["task_error"].data:
        return Task(asked, ())
    return Task(asked, tuple(_fit(row, scorer) for row in task["fit_rows"].data)) if "fit_rows" in task else None


def _fit(row: dict[str, Any], scorer: str) -> Fit:
    score = row["scores"].get(scorer)
    natural = -score if score is not None and scorer.startswith("neg_") else score
    return Fit(row["candidate"], natural, None if row["error"] else row["fit_seconds"])
