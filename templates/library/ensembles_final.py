"""Ensembles."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from .combining import combine
from .failures import SKIPPED
from .training_early import train

if TYPE_CHECKING:
    import pandas as pd


def train_winner(flow: Any, rows: pd.DataFrame, *iterations: Any, finish: Any = None) -> Any:
    """Train the winner on these rows; for an ensemble, its members one after another.

    A member that fails is left out from then on, if the others can do without it.
    """
    from sklearn.frozen import FrozenEstimator

    def trained(one: str) -> Any:
        """Train a candidate."""
        model = train(one, flow.candidates[one], rows, *(found[one] for found in iterations))
        return finish(model) if finish else model

    if flow.winner not in flow.ensembles:
        return trained(flow.winner)
    made, members = flow.ensembles[flow.winner], {}
    for one in made["members"]:
        try:
            if one not in flow.lost_members:
                members[one] = FrozenEstimator(trained(one))
        except Exception as error:
            logging.exception("%s failed", one)
            flow.lost_members[one] = f"{type(error).__name__}: {error}".partition("\n")[0]
    can_lose = SKIPPED and "final" not in made
    if not members or (flow.lost_members and not can_lose):
        message = f"{flow.winner} cannot be trained: {flow.lost_members}"
        raise RuntimeError(message)
    return combine(members, made)


def members_table(flow: Any) -> pd.DataFrame:
    """List the members of a winning ensemble, with their weights and failures."""
    import pandas as pd

    made, lost = flow.ensembles.get(flow.winner, {"members": []}), flow.lost_members
    weights = pd.Series(made.get("weights", {}), dtype=float).drop([*lost], errors="ignore")
    table = pd.DataFrame({"member": made["members"]})
    table["weight"] = table["member"].map((weights / weights.sum()).map("{:.1%}".format))
    table["failed, and left out"] = table["member"].map(lost)
    return table.dropna(axis=1, how="all").fillna("-")
