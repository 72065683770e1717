"""Ensembles."""

from __future__ import annotations

from collections import Counter
from typing import Any

from .votes import mean_score


def greedy_weights(members: list[str], votes: Any, rows: Any, rounds: int) -> dict[str, Any]:
    """Repeatedly add the member that improves the mean most; the weights are counts.

    Ties go to current members; rounds after the best one are discarded.
    """
    import pandas as pd

    parts = {one: {fold: table.loc[one] for fold, table in votes.items()} for one in members}
    total, added, scores = dict.fromkeys(votes, 0), [], []
    for number in range(1, rounds + 1):
        trials = {}
        for one in sorted(members, key=lambda one: one not in added):
            means = {fold: (total[fold] + part) / number for fold, part in parts[one].items()}
            trials[one] = mean_score(means, rows)
        best: Any = pd.Series(trials).idxmax()
        total = {fold: total[fold] + part for fold, part in parts[best].items()}
        added.append(best)
        scores.append(trials[best])
    weights = Counter(added[: scores.index(max(scores)) + 1])
    return {"members": [*weights], "weights": dict(weights)}
