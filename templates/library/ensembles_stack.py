"""Ensembles."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from .combining import combine
from .spec import TARGET
from .votes import recalled


def fit_final(members: list[str], votes: Any, rows: Any, final: Any) -> dict[str, Any]:
    """Fit a final estimator to the members' predictions, in the order of the rows."""
    import pandas as pd

    table = pd.concat(votes, sort=True).fillna(0)  # a class may be in some folds alone
    made = {"members": members, "outputs": [*table.columns], "final": deepcopy(final)}
    stack = combine({one: recalled(table.xs(one, level=1)) for one in members}, made)
    index = table.xs(members[0], level=1).index
    places = rows.index.get_indexer(index.get_level_values(1))  # a row may be in several folds
    columns = stack[:-1].transform(pd.DataFrame(index=index[places.argsort(kind="stable")]))
    stack[-1].fit(columns, rows[TARGET].iloc[sorted(places)].to_numpy())
    return made
