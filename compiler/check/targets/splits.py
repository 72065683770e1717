"""How many tasks a target supports."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...diagnostics.codes import TOO_MANY_TASKS
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.counts import candidates
from ...meaning.settings import run_setting
from ...meaning.splits import fold_count
from ...syntax.tree import TournamentDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline


class Limit(NamedTuple):
    """The most tasks that a target supports by default, why, and how to raise the limit."""

    tasks: int
    reason: str
    help: str


FEWER = "or let more fits share a task, with `fits_per_task`"
LIMITS = {
    "argo": Limit(
        2_000,
        "Argo keeps the state of all tasks in one Kubernetes object of at most 1 MB",
        f"let its controller offload the status of nodes, {FEWER}",
    ),
    "step-functions": Limit(
        3_000,
        "an execution has at most 25,000 events, and each task takes eight",
        f"deploy with `step-functions create --use-distributed-map`, {FEWER}",
    ),
    "airflow": Limit(
        1_024,
        "Airflow maps a task over at most `max_map_length` items, 1,024 by default",
        f"raise `max_map_length` in the section `core` of Airflow's settings, {FEWER}",
    ),
}


def splits(outline: Outline, report: Report, target: str) -> None:
    """Warn of too many tasks for the target."""
    limit, tournament, count = LIMITS.get(target), outline.one(TournamentDeclaration), tasks(outline)
    if limit and tournament and count is not None and count > limit.tasks:
        message = f"this tournament's fits make {count:,} tasks: {limit.reason}"
        report(Diagnostic(TOO_MANY_TASKS, tournament.name.span, message, f"at most {limit.tasks:,} tasks", limit.help))


def tasks(outline: Outline) -> int | None:
    """Return the number of tasks, if it depends on the specification alone."""
    fits_per_task = run_setting(outline, "fits_per_task")
    n_folds, shared = (
        (fold_count(outline, by_default=True), fits_per_task) if isinstance(fits_per_task, int) else (1, 1)
    )
    counts = [candidates(entrant, outline.evaluator) for entrant in outline.entrants]
    if n_folds is None or None in counts:
        return None
    return sum(-(-count * n_folds // shared) for count in counts if count is not None)
