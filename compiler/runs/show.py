"""Show a run: its report, or its progress if there is none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .failure import failure_of
from .find import artifact, readable, user_of, where
from .record import running
from .shape import fits_of, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from metaflow import Run, Task

    from .failure import Failure
    from .shape import Fitted

MOST_SHOWN = 20

SUMMARY, LEADERBOARD = "summary.txt", "leaderboard.csv"


def show(run: Run) -> str:
    """Return all there is to tell of a run."""
    files = report_files(run)
    with readable(f"`{run.pathspec}`"):
        parts = [f"{heading(run)}\n{origin(run)}"]
    if SUMMARY in files:
        parts.append(files[SUMMARY].decode(errors="replace").rstrip())
        parts.append("Figures and tables: " + ", ".join(name for name in files if name != SUMMARY))
    else:
        parts.append(progress(run))
    return "\n\n".join(parts)


def heading(run: Run) -> str:
    """Say which run this is, and how it stands."""
    if run.successful:
        state = f"finished {run.finished_at:%Y-%m-%d %H:%M}"
    elif going := running(run.pathspec):
        state = f"running; `kill -- -{going.group}` stops it, its log is {going.log}"
    elif failed := failure_of(run):
        state = _failure(failed)
    elif run.finished:
        state = "failed; `resume` continues it"
    else:
        state = "not finished: it was killed (`resume` continues it), or `mfc run` is running it elsewhere"
    return f"{run.pathspec}: {state}"


def origin(run: Run) -> str:
    """Return who ran it and where it is stored, so that readers can decide whether to trust it."""
    return f"by {user_of(run) or 'an unknown user'}, in {where()}"


def report_files(run: Run) -> Mapping[str, bytes]:
    """Return the files of the report, by name; there are none before its step is finished."""
    found = artifact(run, shape_of(run).report, "files")
    with readable(f"the report of `{run.pathspec}`"):
        files = cast("Mapping[str, bytes]", found or {})
        return {str(name): bytes(content) for name, content in files.items()}


def progress(run: Run) -> str:
    """List the candidates by the scores of their fits so far, and the failures."""
    with readable(f"`{run.pathspec}`"):
        return _progress(run)


def _progress(run: Run) -> str:
    fits = [fit for task in _fitted(run) for fit in fits_of(task) or ()]
    failed = [fit for fit in fits if fit.error]
    lines = [f"{len(fits):,} fits are finished, {len(failed):,} of them failed"]
    scores: dict[str, list[float]] = {}
    score = ""
    for fit in fits:
        if not fit.error:
            score, value = next(iter(fit.scores.items()))
            scores.setdefault(fit.candidate, []).append(value)
    means = sorted(((sum(values) / len(values), name) for name, values in scores.items()), reverse=True)
    if means:
        sign, title = (-1, score.removeprefix("neg_")) if score.startswith("neg_") else (1, score)
        lines.append(f"mean {title.replace('_', ' ')} so far:")
        lines += [f"  {name}  {sign * mean:.4f} of {len(scores[name])}" for mean, name in means[:MOST_SHOWN]]
    return "\n".join([*lines, *map(_reason, failed[:MOST_SHOWN])])


def _reason(fit: Fitted) -> str:
    first, _, _ = str(fit.error).strip().partition("\n")
    return f"  {fit.candidate}/{fit.fold}: {first}"


def _fitted(run: Run) -> Iterator[Task]:
    for step in run:
        name = step.pathspec.rpartition("/")[2]
        if name == "fit" or name.startswith("fit_"):
            yield from (task for task in step if task.successful)


def _failure(failed: Failure) -> str:
    """Say where a run ended and why, and what to do. After `start` alone there is nothing to continue."""
    if failed.is_first:
        advice = "correct that and run the flow again" if failed.reason else "run the flow again"
    else:
        advice = "`resume` continues it"
    ended = f"failed in `{failed.step}`: {failed.reason}" if failed.reason else f"was stopped in `{failed.step}`"
    return f"{ended}\n{advice}"
