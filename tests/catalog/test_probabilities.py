import warnings
from typing import Any

from sklearn.linear_model import LogisticRegression
from sklearn.utils import all_estimators

from mfc.catalog.probabilities import CLASSES_ALONE, ON_REQUEST


def test_what_is_known_of_classifiers_is_true_of_scikit_learns() -> None:
    unable = {name for name, cls in all_estimators(type_filter="classifier") if not _gives(name, cls)}
    assert unable == {*CLASSES_ALONE.split(), *ON_REQUEST}
    classifiers = dict(all_estimators(type_filter="classifier"))
    for name, (argument, values) in ON_REQUEST.items():
        for value in values:
            assert _gives(name, classifiers[name], **{argument: value})


def _gives(name: str, cls: Any, **given: Any) -> bool:
    """Tell whether a classifier gives probabilities, those around others around one that does."""
    several = {"VotingClassifier", "StackingClassifier"}
    around = {name: [("one", LogisticRegression())]} if name in several else {}
    with warnings.catch_warnings(action="ignore"):
        try:
            model = cls(**given)
        except TypeError:
            model = cls(around.get(name, LogisticRegression()), **given)
    inner = {"SelfTrainingClassifier": "estimator", "StackingClassifier": "final_estimator"}
    if name in inner:
        model.set_params(**{inner[name]: LogisticRegression()})
    return hasattr(model, "predict_proba")
