"""Results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .selection_error import near_best
from .spec import SIMPLEST

if TYPE_CHECKING:
    import pandas as pd


def choose(candidates: Any, scores: pd.DataFrame, ratio: float) -> list[str]:
    """Return the simplest of the candidates that are near the best: the first declared wins."""
    known = {name: complexity(candidates[name]) for name in near_best(scores, ratio)}
    return [name for name in known if known[name] == min(known.values())]


def complexity(settings: dict[str, Any]) -> list[float]:
    """Return a sort key of settings: None means no limit; arguments not varied come last."""
    last = float("inf")
    return [
        sign * (last if settings[name] is None else settings[name]) if name in settings else last
        for name, sign in SIMPLEST.items()
    ]
