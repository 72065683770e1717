"""How far the fits of a run have come: how many are done, which candidate leads, and how long the rest may take."""

from __future__ import annotations

from collections import Counter
from math import isfinite
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .shape import Asked

MINUTE, HOUR = 60, 3600


class Fit(NamedTuple):
    """A fit that is over; one that failed has neither score nor seconds."""

    candidate: str
    score: float | None
    seconds: float | None


class Task(NamedTuple):
    """A task that is over, by what it was asked for, with its fits; of a task that died there are none."""

    asked: Asked
    fits: tuple[Fit, ...]


class Leader(NamedTuple):
    """The candidate with the best mean score so far."""

    candidate: str
    score: float


class Progress:
    """The fits of a run: all that are asked for, and those that are over.

    A race has `later` rounds of about so many fits, which are asked for as the round before is over.
    """

    def __init__(self, tasks: Iterable[Asked], later: Iterable[int] = (), *, smaller_is_better: bool = False) -> None:
        self.open = Counter[str]()
        self._later = [0, *later]
        self._asked = 0
        self.ask(tasks)
        self.failed = 0
        self._sign = -1 if smaller_is_better else 1
        self._scores: dict[str, list[float]] = {}
        self._seconds: dict[str, list[float]] = {}
        self._unlucky: set[str] = set()

    def ask(self, tasks: Iterable[Asked]) -> None:
        """Count the fits that a round asks for."""
        for task in tasks:
            self.open[task.model] += task.fits
            self._asked += task.fits
        self._later = self._later[1:]

    @property
    def total(self) -> int:
        """The number of fits, those of later rounds as far as it is known."""
        return self._asked + sum(self._later)

    @property
    def done(self) -> int:
        """The number of fits that are over, the failed ones among them."""
        return self._asked - self.open.total()

    def add(self, task: Task) -> None:
        """Count the fits of a task that is over."""
        model, n_fits = task.asked
        self.open[model] -= n_fits
        self.failed += 0 if task.fits else n_fits
        for fit in task.fits:
            if fit.score is None or not isfinite(fit.score):
                self._unlucky.add(fit.candidate)
            else:
                self._scores.setdefault(fit.candidate, []).append(fit.score)
            if fit.seconds is None:
                self.failed += 1
            else:
                self._seconds.setdefault(model, []).append(fit.seconds)

    @property
    def leader(self) -> Leader | None:
        """The candidate that is the best so far; one with a failed fit cannot be."""
        means = [Leader(name, fmean(scores)) for name, scores in self._scores.items() if name not in self._unlucky]
        return max(means, key=lambda leader: self._sign * leader.score, default=None)

    def left(self, elapsed: float) -> float | None:
        """Guess how many seconds are left after so many: as long as a fit of the same model took, as many at a time."""
        known = [seconds for fits in self._seconds.values() for seconds in fits]
        if not sum(known):
            return None
        to_come = sum(n * fmean(self._seconds.get(model, known)) for model, n in self.open.items())
        return elapsed * (to_come + sum(self._later) * fmean(known)) / sum(known)


def duration(seconds: float) -> str:
    """Return a rough length of time."""
    if seconds < MINUTE:
        return f"{max(round(seconds), 1)} s"
    if seconds < HOUR:
        return f"{round(seconds / MINUTE)} min"
    minutes = round(seconds / MINUTE)
    return f"{minutes // MINUTE} h {minutes % MINUTE} min"
