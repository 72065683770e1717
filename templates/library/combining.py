"""Ensembles."""

from __future__ import annotations

from typing import Any


def combine(members: dict[str, Any], made: dict[str, Any]) -> Any:
    """Return the weighted mean of trained members, or a final estimator on top of them."""
    from sklearn.ensemble import VotingRegressor
    from sklearn.pipeline import make_pipeline

    weights = [made["weights"][one] for one in members] if "weights" in made else None
    vote = VotingRegressor([*members.items()], weights=weights)
    vote.estimators_ = [*members.values()]
    vote.feature_names_in_ = vote.estimators_[0].feature_names_in_
    return make_pipeline(vote, made["final"]) if "final" in made else vote
