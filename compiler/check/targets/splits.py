"""How many tasks an engine takes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...diagnostics.codes import TOO_MANY_TASKS
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Folds, Tournament
from ..rules.folds import splitter_of
from ..settings import run_setting
from ..signature import values
from ..space import draws, points

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Entrant, Outline


class Limit(NamedTuple):
    """The most tasks that an engine takes as it comes, why, and what raises the limit."""

    tasks: int
    reason: str
    help: str


FEWER = "or let more fits share a task, with `fits_per_task`"
LIMITS = {
    "argo": Limit(
        2_000,
        "Argo keeps the state of all tasks in one object of Kubernetes, of 1 MB at most",
        f"let its controller offload the status of nodes, {FEWER}",
    ),
    "step-functions": Limit(
        3_000,
        "an execution has 25,000 events at most, and a task takes eight",
        f"deploy with `step-functions create --use-distributed-map`, {FEWER}",
    ),
    "airflow": Limit(
        1_024,
        "Airflow maps a task over no more items than its `max_map_length`, 1,024 by default",
        f"raise `max_map_length` in the section `core` of Airflow's settings, {FEWER}",
    ),
}


def splits(outline: Outline, report: Report, target: str) -> None:
    """Warn of a fan-out that is too wide for the engine."""
    limit, tournament, count = LIMITS.get(target), outline.one(Tournament), tasks(outline)
    if limit and tournament and count is not None and count > limit.tasks:
        message = f"the fits of this tournament are {count:,} tasks: {limit.reason}"
        report(Diagnostic(TOO_MANY_TASKS, tournament.name.span, message, f"{limit.tasks:,} at most", limit.help))


def tasks(outline: Outline) -> int | None:
    """Return how many tasks the fits are shared out to, if the specification says it."""
    fits_per_task = run_setting(outline, "fits_per_task")
    folds, shared = (_folds(outline), fits_per_task) if isinstance(fits_per_task, int) else (1, 1)
    candidates = [_candidates(entrant, outline) for entrant in outline.entrants]
    if folds is None or None in candidates:
        return None
    return sum(-(-count * folds // shared) for count in candidates if count is not None)


def _candidates(entrant: Entrant, outline: Outline) -> int | None:
    counts = [draws(entrant, outline), points(entrant, outline.evaluator)]
    return min((count for count in counts if count is not None), default=None)


def _folds(outline: Outline) -> int | None:
    declared = outline.one(Folds)
    path, arguments = splitter_of(declared) if declared else (None, ())
    entry = outline.catalog.entry("splitter", path.text if path else "kfold")
    if entry is None or "n_splits" not in entry.arguments:
        return None
    count = values(entry, arguments, outline.evaluator).get("n_splits", entry.arguments["n_splits"].default)
    return int(count) if isinstance(count, int | str) else None
