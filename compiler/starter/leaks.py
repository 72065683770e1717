"""Detect columns that predict the target almost perfectly by themselves, which may be known only afterwards."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from .roles import is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from .roles import Column

MOST_ROWS = 5_000
MOST_COLUMNS = 300
MOST_LEVELS = 50
NEARLY_PERFECT = 0.97
"""Of the variance, or of the classes: the eight leaves of a tree of depth 3 tell that much of what is told in full."""

SAME_ORDER = 0.999
"""The rank correlation of two columns of numbers that are in the same order."""

FEWEST_ROWS = 30


def leaks_in(data: pd.DataFrame, target: str, columns: Sequence[Column], classifies: bool) -> list[str]:
    """Return the columns from which a small tree alone predicts unseen rows almost without a mistake."""
    from sklearn.model_selection import KFold, StratifiedKFold, cross_val_score  # type: ignore[import-untyped]
    from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor  # type: ignore[import-untyped]

    known = data[data[target].notna()]
    some = known.sample(min(len(known), MOST_ROWS), random_state=0)
    if len(some) < FEWEST_ROWS or (classifies and some[target].value_counts().min() < 3):
        return []
    tree = (DecisionTreeClassifier if classifies else DecisionTreeRegressor)(max_depth=3, random_state=0)
    folds = (StratifiedKFold if classifies else KFold)(3, shuffle=True, random_state=0)
    score = "balanced_accuracy" if classifies else "r2"
    wanted = some[target].astype(str) if classifies else some[target].astype(float)
    found = []
    for column in [one for one in columns if one.role in ("numeric", "categorical")][:MOST_COLUMNS]:
        codes = _codes(some[column.name], column)
        if codes is None:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            told = cross_val_score(tree, codes, wanted, cv=folds, scoring=score).mean()
        if told > NEARLY_PERFECT or (not classifies and _are_in_order(codes, wanted)):
            found.append(column.name)
    return found


def _are_in_order(codes: pd.DataFrame, wanted: pd.Series[Any]) -> bool:
    return codes.shape[1] == 1 and abs(codes.iloc[:, 0].corr(wanted, method="spearman")) > SAME_ORDER


def _codes(values: pd.Series[Any], column: Column) -> Any:
    """Return a column as a table of numbers; levels become columns of their own."""
    import pandas as pd

    if is_number(values):
        return pd.to_numeric(values, errors="coerce").astype(float).to_frame()
    return pd.get_dummies(values.astype(str)) if column.n_values <= MOST_LEVELS else None
