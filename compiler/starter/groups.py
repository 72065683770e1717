"""Detect rows that belong together: those of one patient, one school, one sensor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .roles import NAMED_AS_ID, NAMED_AS_TIME, is_number, is_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from .roles import Column

NAMED_AS_GROUP = re.compile(
    r"(^|[_\W])(animal|author|client|customer|device|family|household|participant|patient|person|player|pupil"
    r"|respondent|school|sensor|student|subject|user)s?$",
    re.IGNORECASE,
)
FEWEST_GROUPS = 10
"""Fewer cannot be split into a test and folds."""

FEWEST_ROWS = 2
"""The least average size of a group."""

FEWEST_VALUES = 3
"""What is constant within groups has so many values over all, or else that says little."""


BALANCED = 0.5
"""The share of the largest group's rows that the smallest one has, where rows were collected by groups."""


def group_of(data: pd.DataFrame, columns: Sequence[Column]) -> str | None:
    """Return the column whose equal values belong together, if there is one.

    It is called like an identifier, or a person, and repeats itself, or is a code within which numbers are constant:
    those of a school for its pupils. A number that another one follows from in order, as an age group does from the
    age, is no code, unless both have as many values, and each about as many rows.
    """
    candidates = [column.name for column in columns if _may_be(data[column.name], column, len(data))]
    numbers = [column.name for column in columns if column.role == "numeric" and column.n_values >= FEWEST_VALUES]
    found = {name: _n_constant(data, name, numbers) for name in candidates}
    best = max(candidates, key=lambda name: (found[name], _is_named(name)), default=None)
    return best if best and (found[best] or _is_named(best)) else None


def _is_named(name: str) -> bool:
    return bool(NAMED_AS_ID.search(name) or NAMED_AS_GROUP.search(name))


def _may_be(values: pd.Series[Any], column: Column, n_rows: int) -> bool:
    if column.role not in ("numeric", "categorical", "identifier") or column.has_gaps:
        return False
    if column.n_values < FEWEST_GROUPS or n_rows < FEWEST_ROWS * column.n_values:
        return False
    return not NAMED_AS_TIME.search(column.name) and (not is_number(values) or is_whole(values))


def _n_constant(data: pd.DataFrame, name: str, numbers: Sequence[str]) -> int:
    """Return how many numbers are constant within the groups, and not because they follow from the group in order."""
    sizes = data[name].value_counts()
    groups = data.groupby(name, sort=True, observed=True)
    count = 0
    for other in (one for one in numbers if one != name and data[one].nunique() <= len(sizes)):
        if (groups[other].nunique(dropna=False) == 1).all():
            follows = is_number(data[name]) and _is_monotonic(groups[other].first())
            designed = data[other].nunique() == len(sizes) and sizes.min() >= BALANCED * sizes.max()
            count += not follows or bool(designed)
    return count


def _is_monotonic(values: pd.Series[Any]) -> bool:
    return bool(values.is_monotonic_increasing or values.is_monotonic_decreasing)
