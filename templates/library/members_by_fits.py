"""Ensembles."""

from __future__ import annotations

from typing import Any


def means_of(pool: Any, votes: Any, scores: Any, _: Any) -> Any:
    """Return the mean score of each candidate of a pool on the folds of these votes."""
    return scores.loc[pool, [*votes]].mean(axis=1)
