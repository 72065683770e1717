"""Scoring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .features import features_of
from .spec import TARGET, scorers

if TYPE_CHECKING:
    import pandas as pd
    from sklearn.pipeline import Pipeline


def score(model: Pipeline, rows: pd.DataFrame) -> dict[str, Any]:
    """Score a model on unseen rows; a failed score is NaN, and `error` has the reason."""
    from sklearn.metrics import check_scoring

    scorer = check_scoring(scoring=scorers(), raise_exc=False)
    found = scorer(model, features_of(rows), rows[TARGET])
    failed = {name: text for name, text in found.items() if isinstance(text, str)}
    errors = [f"{name}: {text.strip().splitlines()[-1]}" for name, text in failed.items()]
    return {**found, **dict.fromkeys(failed, float("nan")), "error": "; ".join(errors) or None}


def first_score(model: Any, rows: pd.DataFrame) -> float:
    """Return the score that ranks a model, on rows that it has not seen; NaN if it fails."""
    from sklearn.metrics import check_scoring

    [(name, own), *_] = scorers().items()
    scorer = check_scoring(scoring={name: own}, raise_exc=False)
    found = scorer(model, features_of(rows), rows[TARGET])
    return float("nan") if isinstance(found[name], str) else float(found[name])


def first_scorer() -> Any:
    """Return the scorer of the first score."""
    from sklearn.metrics import get_scorer

    return get_scorer(next(iter(scorers().values())))
