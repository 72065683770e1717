"""Candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def name_candidates(searches: dict[str, Iterable[dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    """Give each candidate a name: `gbm-000` is the first candidate of `gbm`."""
    return {
        f"{model}-{number:03}": settings
        for model, search in searches.items()
        for number, settings in enumerate(search)
    }


def model_of(candidate: str) -> str:
    """Return the name of the model that a candidate belongs to."""
    return candidate.rsplit("-", 1)[0]


def settings_of(part: str, settings: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of a step or of `fit`, called `part__name`, or of the estimator."""
    split = [(*name.rpartition("__"), value) for name, value in settings.items()]
    return {name: value for owner, _, name, value in split if owner == part}


def seeded(estimator: Any, seed: int) -> Any:
    """Set the seed in all parts of an estimator that have none.

    A pipeline needs a fitted attribute in its last part, which a user's estimator may lack.
    """
    if hasattr(estimator, "get_params"):
        known = estimator.get_params().items()
        missing = [name for name, value in known if value is None and name.endswith("random_state")]
        estimator.set_params(**dict.fromkeys(missing, seed))
        estimator.seeded_ = True
    return estimator


def encoded(classifier: Any) -> Any:
    """Return a classifier that takes any labels: XGBoost's takes only 0, 1, …."""
    from sklearn.ensemble import VotingClassifier

    return VotingClassifier([("model", classifier)], voting="soft")
