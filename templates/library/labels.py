"""Columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spec import TARGET

if TYPE_CHECKING:
    import pandas as pd


def code_labels(data: pd.DataFrame) -> pd.DataFrame:
    """Encode the labels as 0 and 1: of two values, the one that sorts first is 0."""
    data = data.copy(deep=False)
    for name in TARGET:
        values = sorted(data[name].unique())
        if len(values) != 2:
            message = f"{len(values)} different values in {name!r}, and a label has two"
            raise ValueError(message)
        data[name] = (data[name] == values[1]).astype(int)
    return data
