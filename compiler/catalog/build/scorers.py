"""scikit-learn's scorers, and what each can score: found by trying."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from sklearn.datasets import (  # type: ignore[import-untyped]
    make_classification,
    make_multilabel_classification,
    make_regression,
)
from sklearn.metrics import get_scorer, get_scorer_names  # type: ignore[import-untyped]
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor  # type: ignore[import-untyped]

from ..entry import Scorer

if TYPE_CHECKING:
    from ..entry import TaskName

ROWS = 60


def scorers() -> list[Scorer]:
    """Return every scorer `score` may name without a path."""
    trials = {
        "binary": make_classification(ROWS, random_state=0),
        "multiclass": make_classification(ROWS, n_informative=4, n_classes=3, random_state=0),
        "multilabel": make_multilabel_classification(ROWS, n_classes=3, random_state=0),
    }
    fitted = {
        kind: (DecisionTreeClassifier(max_depth=2, random_state=0).fit(x, y), x, y) for kind, (x, y) in trials.items()
    }
    x, y = make_regression(ROWS, n_targets=2, random_state=0)
    positive = abs(y) + 1  # as some losses require
    fitted["targets"] = DecisionTreeRegressor(max_depth=2, random_state=0).fit(x, positive), x, positive
    return [_scorer(name, fitted) for name in get_scorer_names()]


def _scorer(name: str, fitted: dict[str, Any]) -> Scorer:
    scorer = get_scorer(name)
    home = scorer._score_func.__module__
    if ".cluster." in home:
        return Scorer(name, (), "any")
    if home.endswith("_regression"):
        return Scorer(name, ("regression",), "any", several_targets=_scores(scorer, *fitted["targets"]))
    scored = {kind for kind, trial in fitted.items() if kind != "targets" and _scores(scorer, *trial)}
    classification: list[TaskName] = ["classification"] if scored & {"binary", "multiclass"} else []
    probabilities = scorer._response_method == "predict_proba"
    # They need one distribution over the classes, but accept multilabel probabilities without an error.
    multilabel: list[TaskName] = ["multilabel"] if "multilabel" in scored and not probabilities else []
    only_binary = "binary" in scored and "multiclass" not in scored
    return Scorer(name, (*classification, *multilabel), "binary" if only_binary else "any", probabilities)


def _scores(scorer: Any, estimator: Any, x: Any, y: Any) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            scorer(estimator, x, y)
        except ValueError:
            return False
    return True
