"""A run for people: the report if there is one, or else how far it has got."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .find import artifact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from metaflow import Run, Task

MOST_SHOWN = 20


def show(run: Run) -> str:
    """Return all there is to tell of a run."""
    files = report_files(run)
    parts = [heading(run)]
    if "summary.txt" in files:
        parts.append(files["summary.txt"].decode().rstrip())
        parts.append("Figures and tables: " + ", ".join(name for name in files if name != "summary.txt"))
    else:
        parts.append(progress(run))
    return "\n\n".join(parts)


def heading(run: Run) -> str:
    """Say which run this is, and how it stands."""
    if run.successful:
        state = f"finished {run.finished_at:%Y-%m-%d %H:%M}"
    elif run.finished:
        state = "failed; `resume` continues it"
    else:
        state = "not finished: it runs, or was killed, and then `resume` continues it"
    return f"{run.pathspec}: {state}"


def report_files(run: Run) -> Mapping[str, bytes]:
    """Return the files of the report, by name; there are none before `evaluate` is finished."""
    return cast("Mapping[str, bytes]", artifact(run, "evaluate", "files") or {})


def progress(run: Run) -> str:
    """List the candidates by the scores of their fits so far, and the failures."""
    rows = [row for task in _fitted(run) for row in cast("list[dict[str, object]]", task["fit_rows"].data)]
    failed = [row for row in rows if row["error"]]
    lines = [f"{len(rows):,} fits are finished, {len(failed):,} of them failed"]
    scores: dict[str, list[float]] = {}
    score = ""
    for row in rows:
        if not row["error"]:
            score, value = next(iter(cast("dict[str, float]", row["scores"]).items()))
            scores.setdefault(str(row["candidate"]), []).append(value)
    means = sorted(((sum(values) / len(values), name) for name, values in scores.items()), reverse=True)
    if means:
        sign, title = (-1, score.removeprefix("neg_")) if score.startswith("neg_") else (1, score)
        lines.append(f"mean {title} so far:")
        lines += [f"  {name}  {sign * mean:.4f} of {len(scores[name])}" for mean, name in means[:MOST_SHOWN]]
    reasons = (f"  {row['candidate']}/{row['fold']}: {_first_line(row['error'])}" for row in failed[:MOST_SHOWN])
    return "\n".join([*lines, *reasons])


def _first_line(error: object) -> str:
    return str(error).strip().partition("\n")[0]


def _fitted(run: Run) -> Iterator[Task]:
    for step in run:
        name = step.pathspec.rpartition("/")[2]
        if name == "fit" or name.startswith("fit_"):
            yield from (task for task in step if task.successful and "fit_rows" in task)
