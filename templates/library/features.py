"""Scoring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spec import APART

if TYPE_CHECKING:
    import pandas as pd


def features_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the columns that models may learn from."""
    return rows.drop(columns=APART)
