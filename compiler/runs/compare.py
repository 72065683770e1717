"""What changed from one run to another."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, NamedTuple, cast

from .find import RunError, artifact

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from metaflow import Run

    Scores = Mapping[str, float]


class Outcome(NamedTuple):
    """What a run came to. `scores` has each candidate's mean score, by its model and settings."""

    name: str
    digest: str
    winner: str
    score: str
    scores: Scores
    held_out: Scores


def compare(before: Run, after: Run) -> str:
    """Say what is different in the second of two runs."""
    one, other = _outcome(before), _outcome(after)
    lines = [
        f"from {one.name} to {other.name}",
        f"specification  {'the same' if one.digest == other.digest else 'changed'}",
        f"winner         {one.winner}" + ("" if one.winner == other.winner else f" -> {other.winner}"),
    ]
    names = [name for name in one.held_out if name in other.held_out]
    lines += [f"held-out {name}  {_change(one.held_out[name], other.held_out[name])}" for name in names]
    if one.score != other.score:
        lines.append(f"candidates are ranked by {one.score}, and now by {other.score}")
    else:
        lines += _candidates(one, other)
    return "\n".join(lines)


def _outcome(run: Run) -> Outcome:
    board = cast("pd.DataFrame | None", artifact(run, "rank", "leaderboard"))
    if board is None:
        message = f"`{run.pathspec}` has no leaderboard yet"
        raise RunError(message)
    score = str(board.columns[list(board.columns).index("settings") + 1])
    names = board["model"].str.cat(board["settings"], sep=" ").str.strip()
    held_out = cast("Scores", artifact(run, "evaluate", "test_scores") or {})
    return Outcome(
        run.pathspec,
        str(artifact(run, "start", "spec_digest")),
        str(names.iloc[0]),
        score,
        dict(zip(names, board[score].astype(float), strict=True)),
        held_out,
    )


def _candidates(one: Outcome, other: Outcome) -> list[str]:
    both = [name for name in one.scores if name in other.scores]
    same = [name for name in both if _equal(one.scores[name], other.scores[name])]
    lines = [f"{one.score} of candidates"]
    lines += [f"  {name}  {_change(one.scores[name], other.scores[name])}" for name in both if name not in same]
    if same:
        lines.append(f"  {len(same):,} have the same score as before")
    lines += [f"  - {name}  {one.scores[name]:.4f}" for name in one.scores if name not in other.scores]
    lines += [f"  + {name}  {other.scores[name]:.4f}" for name in other.scores if name not in one.scores]
    return lines


def _equal(one: float, other: float) -> bool:
    return one == other or (isnan(one) and isnan(other))


def _change(one: float, other: float) -> str:
    return f"{one:.4f}" if _equal(one, other) else f"{one:.4f} -> {other:.4f} ({other - one:+.4f})"
