"""Networks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from .networks import Network

if TYPE_CHECKING:
    import numpy as np


class MultilabelNetwork(Network):
    """A network for several labels, each of which a row can have."""

    output_activation = "sigmoid"
    default_loss = "binary_crossentropy"

    def encode(self, y: np.ndarray) -> tuple[np.ndarray, int]:
        """Return the labels as numbers, a column for each."""
        import numpy as np

        self.classes_ = [np.arange(2)] * y.shape[1]  # for each label: no, yes
        return super().encode(y)

    def predict(self, X: Any) -> np.ndarray:
        """Return 1 for each label that is more likely than not, else 0."""
        return (self.predict_proba(X) > 0.5).astype(int)

    def predict_proba(self, X: Any) -> np.ndarray:
        """Return the probability of each label for each row."""
        return super().predict(X).reshape(len(X), -1)

    def wrapped(self) -> Any:
        """Return the trained network in Keras's own wrapper."""
        import keras
        from keras.wrappers import SKLearnClassifier

        inputs = keras.Input(self.shape_[:1])
        wrapper = SKLearnClassifier(self.network_)
        labels = keras.ops.cast(self.network_(inputs) > 0.5, "int64")
        wrapper.model_ = keras.Model(inputs, labels)
        wrapper.classes_ = self.classes_
        wrapper.predict = partial(wrapper.model_.predict, verbose=0)
        wrapper.predict_proba = partial(self.network_.predict, verbose=0)
        wrapper.decision_function = wrapper.predict_proba
        return wrapper

    def __sklearn_tags__(self) -> Any:
        """Tell scikit-learn what this is."""
        from sklearn.utils import ClassifierTags, Tags, TargetTags

        labels = ClassifierTags(multi_label=True)
        target = TargetTags(required=True, multi_output=True)
        return Tags("classifier", target, classifier_tags=labels)
