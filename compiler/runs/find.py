"""Find the run that somebody means, wherever Metaflow keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from metaflow import Run


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
        run = metaflow.Run(name) if name and "/" in name else _latest(name)
    except MetaflowException as error:
        message = f"there is no run `{name}` in {where()}"
        raise RunError(message) from error
    if run is None or not is_tournament(run):
        message = f"`{name}` is no run of a tournament" if name else f"there is no run of a tournament in {where()}"
        raise RunError(message)
    return run


def _latest(flow: str | None) -> Run | None:
    import metaflow

    if flow:
        return metaflow.Flow(flow).latest_run  # type: ignore[no-untyped-call]
    latest = (one.latest_run for one in metaflow.Metaflow())
    runs = [run for run in latest if run is not None and is_tournament(run)]
    return max(runs, key=lambda run: run.created_at, default=None)


def is_tournament(run: Run) -> bool:
    """Tell whether a run is of a flow that a specification was compiled to."""
    task = run["start"].task if "start" in run else None
    return task is not None and all(name in task for name in ("spec_digest", "candidates"))


def where() -> str:
    """Say where runs are looked for."""
    import metaflow

    return f"`{metaflow.get_metadata()}`"


def artifact(run: Run, step: str, name: str) -> object:
    """Return an artifact of a step that is finished, or None."""
    if step not in run:
        return None
    task = run[step].task
    return task[name].data if task is not None and task.successful and name in task else None
