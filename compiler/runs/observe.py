"""Look at a run through Metaflow's client while it runs."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from .functions import flow_module
from .graph import foreach_steps, steps_of
from .plain import plain_only
from .progress import Fit, Progress, Task
from .shape import asked, fits_of

if TYPE_CHECKING:
    from ..plan.plan import Plan, Race
    from .shape import Asked, Fitted


class Watched(NamedTuple):
    """What to look at: the run as "Flow/id", by the steps that fit those that hand out their tasks, and the scorer.

    A race has later rounds, whose fits these steps share out; `n_folds` is None where the specification does not say.
    """

    path: str
    fit_steps: dict[str, str]
    scorer: str
    rounds: tuple[str, ...] = ()
    race: Race | None = None
    n_folds: int | None = None

    def later(self, asked: list[Asked]) -> list[int]:
        """Return how many fits the later rounds will have, as far as that is known when the first begins."""
        if self.race is None or self.n_folds is None:
            return []
        n_candidates = sum(task.fits for task in asked) // self.race.after[0]
        racing = zip(self.race.survivors(n_candidates), self.race.rounds(self.n_folds), strict=True)
        return [count * len(folds) for count, folds in racing][1:]


def watched(plan: Plan, run_id: str) -> Watched:
    """Return what to look at in a run of the flow of a plan."""
    steps = steps_of(flow_module(plan))
    n_folds = plan.folds.n_splits if isinstance(plan.folds.n_splits, int) else None
    rounds = tuple(step.name for step in steps if step.name.startswith("round_")) if plan.race else ()
    return Watched(f"{plan.name}/{run_id}", foreach_steps(steps), plan.scores[0], rounds, plan.race, n_folds)


class Observer:
    """A run, looked at again and again; what cannot be read yet will be the next time."""

    def __init__(self, watched: Watched) -> None:
        import metaflow

        metaflow.namespace(None)  # whoever started it
        self._run = metaflow.Run
        self._watched = watched
        self._seen: set[str] = set()
        self._rounds = list(watched.rounds)

    def begin(self) -> Progress | None:
        """Return how far the fits are, at the beginning, once it is known which there are."""
        asked = self.asked()
        if not asked:
            return None
        smaller_is_better = self._watched.scorer.startswith("neg_")
        return Progress(asked, self._watched.later(asked), smaller_is_better=smaller_is_better)

    def look(self, progress: Progress) -> None:
        """Count what was shared out and what is over since the last look."""
        while self._rounds and (asked := self._asked(self._rounds[0])) is not None:
            self._rounds.pop(0)
            progress.ask(asked)
        for task in self.finished():
            progress.add(task)

    def asked(self) -> list[Asked] | None:
        """Return what the fitting tasks are asked for, once that is known."""
        return self._asked("start")

    def _asked(self, step: str) -> list[Asked] | None:
        with suppress(Exception):  # a datastore that is being written can be wrong in any way
            return self._handed_out(step)
        return None

    def finished(self) -> list[Task]:
        """Return the fitting tasks that are over since the last look."""
        over = []
        for step, before in self._watched.fit_steps.items():
            with suppress(Exception):
                tasks = self._handed_out(before)
                for task in self._run(self._watched.path)[step].tasks():
                    if task.pathspec not in self._seen and (read := _read(task, tasks, self._watched.scorer)):
                        self._seen.add(task.pathspec)
                        over.append(read)
        return over

    def last_words(self) -> str:
        """Return what the last step printed, the report, or nothing if that is out of reach."""
        with suppress(Exception):
            end: Any = self._run(self._watched.path)["end"].task
            return re.sub(r"^\| ?", "", str(end.stdout), flags=re.MULTILINE)  # which keeps the indentation in logs
        return ""

    def _handed_out(self, step: str) -> list[Asked] | None:
        """Return what a step hands out to the tasks after it, once it is over."""
        task: Any = self._run(self._watched.path)[step].task
        with plain_only():
            return [asked(one) for one in task["tasks"].data] if task.finished else None


def _read(task: Any, tasks: list[Asked] | None, scorer: str) -> Task | None:
    """Return what came of a task, or None while that is not known: its artifacts appear one by one."""
    with plain_only():
        if not tasks or not task.finished or (fits := fits_of(task)) is None:
            return None
        return Task(tasks[task["_foreach_stack"].data[-1].number], tuple(_fit(one, scorer) for one in fits))


def _fit(fit: Fitted, scorer: str) -> Fit:
    score = fit.scores.get(scorer)
    natural = -score if score is not None and scorer.startswith("neg_") else score
    return Fit(fit.candidate, natural, None if fit.error else fit.seconds)
