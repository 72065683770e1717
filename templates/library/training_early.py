"""Training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .candidates import model_of
from .fitting import fit
from .spec import early_stopping
from .stopping import find_iterations

if TYPE_CHECKING:
    import pandas as pd
    from sklearn.pipeline import Pipeline


def train(
    candidate: str, settings: dict[str, Any], rows: pd.DataFrame, iterations: float | None = None
) -> Pipeline:
    """Train a candidate on these rows; find the number of iterations if it is not given."""
    model = model_of(candidate)
    if stopping := early_stopping(model):
        if iterations is None:
            iterations, rows = find_iterations(model, settings, rows)
        settings = {**settings, next(iter(stopping)): round(iterations)}
    pipeline = fit(model, settings, rows)
    pipeline.iterations_ = iterations
    return pipeline
