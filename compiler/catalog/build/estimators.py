"""scikit-learn's regressors, classifiers and transformers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sklearn.linear_model import LogisticRegression, Ridge  # type: ignore[import-untyped]
from sklearn.utils import all_estimators, get_tags  # type: ignore[import-untyped]

from ..entry import Entry
from .docs import summary
from .signatures import arguments, public_path

if TYPE_CHECKING:
    from ..entry import Kind, TaskName


def estimators() -> list[Entry]:
    """Return every regressor and classifier."""
    regressors = {cls for _, cls in all_estimators("regressor")}
    classifiers = {cls for _, cls in all_estimators("classifier")}
    return [_entry("estimator", cls, _tasks(cls, cls in classifiers)) for cls in regressors | classifiers]


def transformers() -> list[Entry]:
    """Return every transformer; a few are estimators too."""
    return [_entry("transformer", cls, ()) for _, cls in all_estimators("transformer")]


def _entry(kind: Kind, cls: Any, tasks: tuple[TaskName, ...]) -> Entry:
    constraints = getattr(cls, "_parameter_constraints", {})
    return Entry(public_path(cls), kind, tasks, summary(cls), arguments(cls, constraints))


def _tasks(cls: Any, classifies: bool) -> tuple[TaskName, ...]:
    """Return the tasks an estimator's tags say it can play; a regressor that needs several targets can play none."""
    tags = get_tags(_instance(cls, LogisticRegression() if classifies else Ridge()))
    single: TaskName = "classification" if classifies else "regression"
    alone = tags.target_tags.single_output
    several = classifies and (tags.classifier_tags.multi_label or not alone)
    played: dict[TaskName, bool] = {single: alone, "multilabel": several}
    return tuple(task for task, plays in played.items() if plays)


def _instance(cls: Any, inner: Any) -> Any:
    """Return an instance made from as little as possible; tags of a wrapper are those of what it wraps."""
    stand_ins = {"estimator": inner, "base_estimator": inner, "estimators": [("inner", inner)]}
    needed = [name for name, one in arguments(cls, cls._parameter_constraints).items() if one.required]
    return cls(**{name: stand_ins[name] for name in needed})
