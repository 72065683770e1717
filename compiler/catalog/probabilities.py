"""scikit-learn's classifiers without `predict_proba`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CLASSES_ALONE = """
LinearSVC OneVsOneClassifier OutputCodeClassifier PassiveAggressiveClassifier Perceptron RidgeClassifier
RidgeClassifierCV
"""
"""Classifiers that never predict probabilities."""

ON_REQUEST: Mapping[str, tuple[str, tuple[object, ...]]] = {
    "NuSVC": ("probability", (True,)),
    "SGDClassifier": ("loss", ("log_loss", "modified_huber")),
    "SVC": ("probability", (True,)),
    "VotingClassifier": ("voting", ("soft",)),
}
"""Classifiers that predict probabilities only if an argument has one of these values, which are not its default."""
