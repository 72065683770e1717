from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import r2_score
from small_rows import rows

from mfc.templates.library.ensembles_greedy import greedy_weights

TABLE = rows(40)
FOLDS = {0: TABLE.index[:20], 1: TABLE.index[20:]}


Votes = dict[str, dict[int, pd.Series]]


def selected(members: Votes, rounds: int) -> dict[str, Any]:
    """Select members by their votes, which are in a table for each fold."""
    tables = {fold: pd.concat({one: pd.DataFrame(members[one][fold]) for one in members}) for fold in FOLDS}
    return greedy_weights([*members], tables, TABLE, rounds)


def votes(n: int = 4, seed: int = 0) -> Votes:
    draw = np.random.default_rng(seed)
    noisy = {f"m-{number:03}": TABLE["target"] + draw.normal(size=40) * (1 + number / 4) for number in range(n)}
    return {name: {fold: values.loc[index] for fold, index in FOLDS.items()} for name, values in noisy.items()}


def plainly(members: Votes, rounds: int) -> dict[str, int]:
    """Select members as Caruana and others describe it, one list at a time."""

    def score(chosen: list[str]) -> float:
        means = {fold: sum(members[one][fold] for one in chosen) / len(chosen) for fold in FOLDS}
        return float(np.mean([r2_score(TABLE["target"].loc[mean.index], mean) for mean in means.values()]))

    chosen: list[str] = []
    scores: list[float] = []
    for _ in range(rounds):
        gains = {name: round(score([*chosen, name]), 12) for name in members}
        best = [name for name in members if gains[name] == max(gains.values())]
        chosen.append(next((name for name in best if name in chosen), best[0]))
        scores.append(score(chosen))
    cut = chosen[: int(np.argmax(scores)) + 1]
    return {name: cut.count(name) for name in dict.fromkeys(cut)}


@pytest.mark.parametrize("seed", range(4))
def test_members_are_added_as_described(seed: int) -> None:
    found = selected(votes(seed=seed), 12)
    assert found["weights"] == plainly(votes(seed=seed), 12)
    assert found["members"] == [*found["weights"]]
    assert sum(found["weights"].values()) <= 12


def test_of_equals_one_that_is_in_already_is_added() -> None:
    [same] = votes(1).values()
    assert selected({"a-000": same, "b-000": same}, 5)["weights"] == {"a-000": 1}
    helpful = {**votes(3), "z-000": votes(3)["m-000"]}
    assert "z-000" not in selected(helpful, 12)["weights"]
