"""Resampling."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import pandas as pd


def resamples(rows: pd.DataFrame, times: int, seed: int) -> Iterator[np.ndarray]:
    """Draw as many rows as there are, with replacement, so many times, by their numbers."""
    import numpy as np

    random = np.random.default_rng(seed)
    return (random.integers(len(rows), size=len(rows)) for _ in range(times))
