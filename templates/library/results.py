"""Results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .candidates import model_of
from .comparing import compare, corrected_error, fold_scores, overlap
from .report import describe
from .spec import SCORES

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def rows_of(tasks: Iterable[Any]) -> list[dict[str, Any]]:
    """Return a row for each fit; fits of a task that died have a reason instead of scores."""
    rows = []
    for task in tasks:
        lost = str(getattr(task, "lost", None) or "").strip().splitlines()[-1:]
        names = task.input if lost else ()
        rows += [{"candidate": name, "fold": fold, "error": lost[0]} for name, fold in names]
        rows += [] if lost else task.fits
    return rows


def in_order(rows: list[dict[str, Any]], candidates: Any) -> tuple[pd.DataFrame, dict[Any, Any]]:
    """Return the fits as a table, in the order of the candidates, and what each predicted."""
    import pandas as pd

    predicted = {(row["candidate"], row["fold"]): row.pop("predicted", None) for row in rows}
    columns = ["candidate", "fold", *SCORES, "iterations", "fit_time", "score_time"]
    columns += ["n_fitting", "n_scoring", "error"]
    places = {candidate: place for place, candidate in enumerate(candidates)}
    rows = sorted(rows, key=lambda row: (places[row["candidate"]], row["fold"]))
    return pd.DataFrame(rows, columns=columns).astype({"error": object}), predicted


def out_of_fold_of(candidate: str, out_of_fold: dict[tuple[str, int], Any]) -> Any:
    """Return a candidate's out-of-fold predictions, over all folds."""
    import pandas as pd

    parts = [predicted for (name, _), predicted in out_of_fold.items() if name == candidate]
    return pd.concat(parts).fillna(0)  # for a class that is not in the fitting rows


def by_fold(fits: pd.DataFrame, column: str, candidates: Any) -> pd.DataFrame:
    """Return a column of the fits with a row per candidate: NaN if there is no such fit."""
    table = fits.pivot(index="candidate", columns="fold", values=column)
    return table.reindex(list(candidates)).astype(float)


def as_cv_results(candidates: dict[str, dict[str, Any]], fits: pd.DataFrame) -> dict[str, Any]:
    """Arrange the fits as scikit-learn's `cv_results_`, with candidates and models."""
    import numpy as np
    import pandas as pd

    results: dict[str, Any] = {
        "candidate": np.array(list(candidates)),
        "model": np.array([model_of(candidate) for candidate in candidates]),
        "params": list(candidates.values()),
    }
    for name in sorted({name for settings in candidates.values() for name in settings}):
        column = results[f"param_{name}"] = np.ma.masked_all(len(candidates), dtype=object)
        for i, settings in enumerate(candidates.values()):
            if name in settings:
                column[i] = settings[name]
    for score in ["fit_time", "score_time", *SCORES]:
        name = f"test_{score if len(SCORES) > 1 else 'score'}" if score in SCORES else score
        values = np.ascontiguousarray(by_fold(fits, score, candidates))
        results[f"mean_{name}"], results[f"std_{name}"] = values.mean(axis=1), values.std(axis=1)
        if score in SCORES:
            results |= {f"split{fold}_{name}": column for fold, column in enumerate(values.T)}
            ranks = pd.Series(-values.mean(axis=1)).rank(method="min", na_option="bottom")
            results[f"rank_{name}"] = ranks.to_numpy("int32")
    return results


def make_leaderboard(candidates: Any, fits: pd.DataFrame, winner: str) -> pd.DataFrame:
    """List the candidates from best to worst; among equals, the first declared comes first.

    Each score has its standard error and the ends of its 95% interval beside it.
    """
    import pandas as pd
    from scipy.special import stdtrit

    board = pd.DataFrame({"candidate": list(candidates), "model": map(model_of, candidates)})
    board["settings"] = [describe(settings) for settings in candidates.values()]
    per_candidate, ratio = fits.groupby("candidate"), overlap(fits)
    for score in reversed(SCORES):  # the first ranks
        name, is_loss = score.removeprefix("neg_"), score.startswith("neg_")
        scores = by_fold(fits, score, candidates) * (-1 if is_loss else 1)
        means = scores.mean(axis=1, skipna=False)
        errors = corrected_error(scores, ratio).where(means.notna())
        reach = errors * stdtrit(scores.shape[1] - 1, 0.975)
        columns = {"": means, "_sem": errors, "_low": means - reach, "_high": means + reach}
        for place, (end, column) in enumerate(columns.items(), 3):
            board.insert(place, f"{name}{end}", column.to_numpy())
    board["p_holm"] = board["candidate"].map(compare(fold_scores(fits), ratio, winner))
    if fits["iterations"].notna().any():
        board["iterations"] = board["candidate"].map(per_candidate["iterations"].mean())
    board["failed"] = board["candidate"].map(per_candidate["error"].count())
    board = board.sort_values(name, ascending=is_loss, kind="stable", ignore_index=True)
    board.insert(0, "place", range(1, len(board) + 1))
    return board
