"""What changed from one run to another."""

from __future__ import annotations

import csv
import io
from math import isnan
from typing import TYPE_CHECKING, NamedTuple, cast

from .find import RunError, artifact, readable
from .shape import shape_of
from .show import LEADERBOARD, report_files

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from metaflow import Run

    Scores = Mapping[str, float]


class Outcome(NamedTuple):
    """What a run came to. `scores` has each candidate's mean score, by its model and settings.

    `rows` is the digest of the rows that it was tested on, or None if the flow, of an earlier version, kept none.
    """

    name: str
    digest: str
    winner: str
    score: str
    scores: Scores
    held_out: Scores
    rows: str | None


def compare(before: Run, after: Run) -> str:
    """Say what is different in the second of two runs."""
    one, other = _outcome(before), _outcome(after)
    lines = [
        f"from {one.name} to {other.name}",
        f"specification  {'the same' if one.digest == other.digest else 'changed'}",
        f"winner         {one.winner}" + ("" if one.winner == other.winner else f" -> {other.winner}"),
    ]
    change = _change if one.rows == other.rows is not None else _pair
    if change is _pair:
        same = "are different" if one.rows and other.rows else "may be different, which these runs do not record"
        lines.append(f"test rows      {same}: their scores cannot be subtracted")
    names = [name for name in one.held_out if name in other.held_out]
    lines += [f"held-out {name}  {change(one.held_out[name], other.held_out[name])}" for name in names]
    if one.score != other.score:
        lines.append(f"candidates were ranked by {one.score}, and are now ranked by {other.score}")
    else:
        lines += _candidates(one, other, change)
    return "\n".join(lines)


def _outcome(run: Run) -> Outcome:
    table = report_files(run).get(LEADERBOARD)
    if table is None:
        message = f"`{run.pathspec}` has no leaderboard yet"
        raise RunError(message)
    with readable(f"the leaderboard of `{run.pathspec}`"):
        rows = list(csv.DictReader(io.StringIO(table.decode())))
        columns = list(rows[0])
        score = columns[columns.index("settings") + 1]
        names = [f"{row['model']} {row['settings']}".strip() for row in rows]
        scores = {name: float(row[score] or "nan") for name, row in zip(names, rows, strict=True)}
        report = shape_of(run).report
        held_out = cast("Scores", artifact(run, report, "test_scores") or {})
        tested = cast("str | None", artifact(run, report, "test_digest"))
        digest = str(artifact(run, "start", "spec_digest"))
        called = {row.get("candidate"): name for row, name in zip(rows, names, strict=True)}
        winner = called.get(str(artifact(run, "rank", "winner")), names[0])
        return Outcome(run.pathspec, digest, winner, score, scores, held_out, tested)


def _candidates(one: Outcome, other: Outcome, change: Callable[[float, float], str]) -> list[str]:
    both = [name for name in one.scores if name in other.scores]
    same = [name for name in both if _equal(one.scores[name], other.scores[name])]
    lines = [f"{one.score} of candidates"]
    lines += [f"  {name}  {change(one.scores[name], other.scores[name])}" for name in both if name not in same]
    if same:
        lines.append(f"  {len(same):,} have the same score as before")
    lines += [f"  - {name}  {one.scores[name]:.4f}" for name in one.scores if name not in other.scores]
    lines += [f"  + {name}  {other.scores[name]:.4f}" for name in other.scores if name not in one.scores]
    return lines


def _equal(one: float, other: float) -> bool:
    return one == other or (isnan(one) and isnan(other))


def _pair(one: float, other: float) -> str:
    return f"{one:.4f} -> {other:.4f}"


def _change(one: float, other: float) -> str:
    return f"{one:.4f}" if _equal(one, other) else f"{one:.4f} -> {other:.4f} ({other - one:+.4f})"
