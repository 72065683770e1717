"""Where and why a run failed, from what its tasks have printed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from metaflow import Run

MOST_SAID = 600


class Failure(NamedTuple):
    """The step in which a run failed, and what was raised there, in one line; empty if the task was stopped."""

    step: str
    reason: str

    @property
    def is_first(self) -> bool:
        """Whether there is nothing to continue."""
        return self.step == "start"


def failure_of(run: Run) -> Failure | None:
    """Return the failure of a task of the step at which a run ended, if there is one."""
    latest: Any = next(iter(run), None)
    task = next((task for task in latest or () if "_task_ok" in task and not task["_task_ok"].data), None)
    return Failure(task.pathspec.split("/")[2], last_exception(str(task.stderr))[:MOST_SAID]) if task else None


def find_failure(pathspec: str) -> Failure | None:
    """Return the failure of a run that has ended, if it can be read."""
    import metaflow

    metaflow.namespace(None)
    with suppress(Exception):  # a datastore can be out of reach
        return failure_of(metaflow.Run(pathspec))
    return None


def last_exception(log: str) -> str:
    """Return the first line of what was raised, which follows the lines of its traceback; nothing if there is none."""
    lines = log.splitlines()
    last = max((number for number, line in enumerate(lines) if line.startswith("  ")), default=None)
    after = [] if last is None else [line.strip() for line in lines[last + 1 :] if line.strip()]
    return after[0] if after else ""
