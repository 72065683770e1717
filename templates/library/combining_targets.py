"""Ensembles."""

from __future__ import annotations

from typing import Any

from .means import weighted_mean
from .spec import TARGET


def combine(members: dict[str, Any], made: dict[str, Any]) -> Any:
    """Return trained members with their weighted mean or a final estimator on top.

    scikit-learn's voting supports one target only.
    """
    from sklearn.ensemble import StackingRegressor
    from sklearn.pipeline import make_pipeline

    stack = StackingRegressor([*members.items()])
    stack.estimators_, stack.stack_method_ = [*members.values()], ["predict"] * len(members)
    stack.feature_names_in_ = stack.estimators_[0].feature_names_in_
    if "final" in made:
        return make_pipeline(stack, made["final"])
    return make_pipeline(stack, weighted_mean([made["weights"][one] for one in members], TARGET))
