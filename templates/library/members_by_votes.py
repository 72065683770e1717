"""Ensembles."""

from __future__ import annotations

from typing import Any

from .votes import mean_score


def means_of(pool: Any, votes: Any, _: Any, rows: Any) -> Any:
    """Return the mean score of each candidate of a pool by these votes: some rows are left out."""
    import pandas as pd

    parts = {one: {fold: table.loc[one] for fold, table in votes.items()} for one in pool}
    return pd.Series({one: mean_score(part, rows) for one, part in parts.items()})
