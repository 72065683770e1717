"""Rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spec import TARGET

if TYPE_CHECKING:
    import pandas as pd


def some_rows(data: pd.DataFrame, most: int, seed: int) -> pd.DataFrame:
    """Return at most this many random rows, in order, with a few of each class."""
    drawn = data.sample(frac=1, random_state=seed)
    is_common = drawn.groupby(TARGET).cumcount() >= 10
    chosen = is_common.sort_values(kind="stable").index[:most]
    return data.loc[chosen.sort_values()].reset_index(drop=True)
