"""scikit-learn's regressors, classifiers and transformers."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Literal

from sklearn.datasets import make_regression  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression, Ridge  # type: ignore[import-untyped]
from sklearn.utils import all_estimators, get_tags  # type: ignore[import-untyped]
from sklearn.utils.validation import has_fit_parameter  # type: ignore[import-untyped]

from ..entry import Entry
from .docs import summary
from .signatures import arguments, public_path

if TYPE_CHECKING:
    from ..entry import Kind, TaskName


def estimators() -> list[Entry]:
    """Return every regressor and classifier."""
    regressors = {cls for _, cls in all_estimators("regressor")}
    classifiers = {cls for _, cls in all_estimators("classifier")}
    return [_estimator(cls, cls in classifiers) for cls in regressors | classifiers]


def transformers() -> list[Entry]:
    """Return every transformer; a few are estimators too."""
    return [_entry("transformer", cls, ()) for _, cls in all_estimators("transformer")]


def _entry(kind: Kind, cls: Any, tasks: tuple[TaskName, ...]) -> Entry:
    constraints = getattr(cls, "_parameter_constraints", {})
    return Entry(public_path(cls), kind, tasks, summary(cls), arguments(cls, constraints))


def _estimator(cls: Any, classifies: bool) -> Entry:
    instance = _instance(cls, LogisticRegression() if classifies else Ridge())
    weights = has_fit_parameter(cls, "sample_weight")
    if classifies:
        return _entry("estimator", cls, _classified(get_tags(instance)))._replace(weights=weights)
    return _entry("estimator", cls, ("regression",))._replace(targets=_targets(instance), weights=weights)


def _targets(regressor: Any) -> Literal["one", "any", "several"]:
    """Return how many targets a regressor supports, by its tags or by trying, because some tags claim too few."""
    tags = get_tags(regressor).target_tags
    if not tags.single_output:
        return "several"
    return "any" if tags.multi_output or _predicts_several(regressor) else "one"


def _predicts_several(regressor: Any) -> bool:
    x, y = make_regression(60, 4, n_targets=2, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            predicted = regressor.fit(x, y).predict(x)
        except ValueError:
            return False
    return bool(predicted.shape == y.shape)


def _classified(tags: Any) -> tuple[TaskName, ...]:
    """Return the tasks that a classifier supports, by its tags."""
    alone = tags.target_tags.single_output
    several = tags.classifier_tags.multi_label or not alone
    played: dict[TaskName, bool] = {"classification": alone, "multilabel": several}
    return tuple(task for task, plays in played.items() if plays)


def _instance(cls: Any, inner: Any) -> Any:
    """Return an instance with as few arguments as possible; the tags of a meta-estimator are those of its estimator."""
    stand_ins = {"estimator": inner, "base_estimator": inner, "estimators": [("inner", inner)]}
    needed = [name for name, one in arguments(cls, cls._parameter_constraints).items() if one.required]
    return cls(**{name: stand_ins[name] for name in needed})
