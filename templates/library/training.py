"""Training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .candidates import model_of
from .fitting import fit

if TYPE_CHECKING:
    import pandas as pd
    from sklearn.pipeline import Pipeline


def train(candidate: str, settings: dict[str, Any], rows: pd.DataFrame) -> Pipeline:
    """Train a candidate on these rows."""
    return fit(model_of(candidate), settings, rows)
