"""Resampling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spec import GROUP

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import pandas as pd


def resamples(rows: pd.DataFrame, times: int, seed: int) -> Iterator[np.ndarray]:
    """Draw as many groups as there are, with replacement, so many times, by their rows' numbers."""
    import numpy as np

    random = np.random.default_rng(seed)
    groups = list(rows.groupby(GROUP, dropna=False).indices.values())
    draws = (random.integers(len(groups), size=len(groups)) for _ in range(times))
    return (np.concatenate([groups[group] for group in drawn]) for drawn in draws)
