"""Find the run that somebody means, wherever Metaflow keeps it."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from .record import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from metaflow import Run

MOST_SAID = 200


class RunError(Exception):
    """Why a run cannot be found or used, as one line for the user."""


def find(name: str | None) -> Run:
    """Return the run called `Flow/id`, the latest of a `Flow`, or the latest of all tournaments."""
    try:
        import metaflow
        from metaflow.exception import MetaflowException
    except ModuleNotFoundError as error:
        message = "runs are looked up with Metaflow, which is not installed: pip install metaflow"
        raise RunError(message) from error
    metaflow.namespace(None)
    try:
        with readable(f"`{name}`" if name else "one of the runs"):
            run = metaflow.Run(name) if name and "/" in name else _latest(name)
            known = run is not None and (is_tournament(run) or (name is not None and running(run.pathspec) is not None))
    except MetaflowException as error:
        message = f"there is no run `{name}` in {where()}"
        raise RunError(message) from error
    if run is None or not known:
        message = f"`{name}` is not a run of a tournament" if name else f"there is no run of a tournament in {where()}"
        raise RunError(f"{message}, or it ended before its first step had begun" if name else message)
    return run


@contextmanager
def readable(what: str) -> Iterator[None]:
    """Convert any error in reading Metaflow's data to one line: it may be truncated, or written by another version."""
    from metaflow.exception import MetaflowInvalidPathspec, MetaflowNotFound

    try:
        yield
    except (RunError, MetaflowInvalidPathspec, MetaflowNotFound):
        raise
    except Exception as error:
        why = " ".join(f"{type(error).__name__}: {error}".split())
        message = f"{what} in {where()} is damaged, or was written by another version of mfc ({why[:MOST_SAID]})"
        raise RunError(message) from error


def _latest(flow: str | None) -> Run | None:
    import metaflow

    if flow:
        return metaflow.Flow(flow).latest_run  # type: ignore[no-untyped-call]
    runs = []
    for one in metaflow.Metaflow():
        with suppress(Exception):  # a flow that is not a tournament, or damaged, does not hide the others
            run = one.latest_run
            if run is not None and is_tournament(run):
                runs.append(run)
    return max(runs, key=lambda run: run.created_at, default=None)


def is_tournament(run: Run) -> bool:
    """Return whether a run is of a compiled flow, even if it has only started."""
    task = run["start"].task if "start" in run else None
    return task is not None and "spec_digest" in task


def where() -> str:
    """Say where runs are looked for."""
    import metaflow

    return f"`{metaflow.get_metadata()}`"


def user_of(run: Run) -> str | None:
    """Return who ran a run, as its metadata have it."""
    return next((tag.removeprefix("user:") for tag in run.system_tags if tag.startswith("user:")), None)


def artifact(run: Run, step: str, name: str) -> object:
    """Return an artifact of a step that is finished, or None."""
    with readable(f"`{run.pathspec}/{step}`, artifact `{name}`,"):
        if step not in run:
            return None
        task = run[step].task
        return task[name].data if task is not None and task.successful and name in task else None
