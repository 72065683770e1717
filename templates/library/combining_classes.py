"""Ensembles."""

from __future__ import annotations

from typing import Any


def combine(members: dict[str, Any], made: dict[str, Any]) -> Any:
    """Return the weighted mean of trained members, or a final estimator on top of them.

    The final estimator gets the probabilities of the classes that it knows, except of the first.
    """
    import numpy as np
    from sklearn.ensemble import VotingClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import FunctionTransformer, LabelEncoder

    weights = [made["weights"][one] for one in members] if "weights" in made else None
    vote = VotingClassifier([*members.items()], voting="soft", weights=weights)
    vote.estimators_ = [*members.values()]
    vote.feature_names_in_ = vote.estimators_[0].feature_names_in_
    vote.classes_ = np.asarray(vote.estimators_[0].classes_)
    vote.le_ = LabelEncoder().fit(vote.classes_)
    if "final" not in made:
        return vote
    of_one = [[label == known for known in made["outputs"][1:]] for label in vote.classes_]
    of_all = np.kron(np.eye(len(members)), of_one)
    return make_pipeline(vote, FunctionTransformer(np.dot, kw_args={"b": of_all}), made["final"])
