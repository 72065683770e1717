"""Race."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, isfinite
from statistics import fmean
from typing import TYPE_CHECKING, Any

from .spec import SCORES
from .tasks import share_out

if TYPE_CHECKING:
    import pandas as pd


def rounds_of(n_folds: int, after: list[int]) -> list[range]:
    """Return the folds of each round; candidates are cut between two rounds."""
    if n_folds <= after[-1]:
        message = f"there are {n_folds} folds, so no fold follows a cut after {after[-1]}"
        raise ValueError(message)
    return [range(*ends) for ends in pairwise([0, *after, n_folds])]


def share_out_round(
    racing: list[str], folds: range, fits_per_task: int, step: Any, first: Any = ()
) -> Any:
    """Group the fits of a round into tasks."""
    tasks = share_out(racing, len(folds), fits_per_task, step, first)
    return [[(candidate, folds[number]) for candidate, number in task] for task in tasks]


def survivors(
    racing: list[str], rows: list[dict[str, Any]], keep: float, at_least: int
) -> list[str]:
    """Return the candidates that continue: the best by mean so far, without failed fits."""
    score = next(iter(SCORES))
    scores: dict[str, list[float]] = {candidate: [] for candidate in racing}
    for row in rows:
        if row["candidate"] in scores:
            scores[row["candidate"]].append(row.get(score, float("nan")))
    means = {candidate: fmean(values) for candidate, values in scores.items()}
    sound = [candidate for candidate in racing if isfinite(means[candidate])]
    if not sound:
        reason = next((row["error"] for row in rows if row.get("error")), "no score is a number")
        message = f"no candidate has a score on every fold: {reason}"
        raise RuntimeError(message)
    n_kept = max(ceil(keep * len(racing) - 1e-9), at_least)
    best = sorted(sound, key=lambda candidate: -means[candidate])[:n_kept]
    return [candidate for candidate in sound if candidate in best]


def with_unseen(rows: list[dict[str, Any]], candidates: Any, n_folds: int) -> list[dict[str, Any]]:
    """Add a row without scores for each fold on which a candidate was not scored."""
    seen = {(row["candidate"], row["fold"]) for row in rows}
    all_fits = [(candidate, fold) for candidate in candidates for fold in range(n_folds)]
    return rows + [{"candidate": name, "fold": i} for name, i in all_fits if (name, i) not in seen]


def with_cut(leaderboard: pd.DataFrame, fits: pd.DataFrame) -> pd.DataFrame:
    """Rank dropped candidates below all others, by their number of folds, then by mean."""
    score = next(iter(SCORES))
    name, sign = score.removeprefix("neg_"), -1 if score.startswith("neg_") else 1
    seen = fits.groupby("candidate")[score].agg(["count", "mean"]).loc[leaderboard["candidate"]]
    folds, means = seen["count"].to_numpy(), seen["mean"].to_numpy()
    finished, failed = leaderboard[name].notna(), leaderboard["failed"] > 0

    def place(row: int) -> tuple[float, ...]:
        """Return what a row is sorted by: finished, then cut, then failed candidates."""
        if finished[row] or failed[row]:
            return (2 * failed[row], row)
        return (1, -folds[row], -means[row])

    board = leaderboard.assign(folds=folds, **{f"{name}_so_far": sign * means})
    board = board.loc[sorted(board.index, key=place)].reset_index(drop=True)
    return board.assign(place=range(1, len(board) + 1))
