"""Networks."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from .networks import Network

if TYPE_CHECKING:
    import numpy as np


class NetworkClassifier(Network):
    """A network for classification."""

    def encode(self, y: np.ndarray) -> tuple[np.ndarray, int]:
        """Return the codes of the labels, and the number of outputs: one for two classes."""
        import numpy as np

        self.classes_, numbers = np.unique(y, return_inverse=True)
        of_two = len(self.classes_) <= 2
        self.output_activation = "sigmoid" if of_two else "softmax"
        self.default_loss = f"{'binary' if of_two else 'sparse_categorical'}_crossentropy"
        return super().encode(numbers)[0], 1 if of_two else len(self.classes_)

    def predict(self, X: Any) -> np.ndarray:
        """Return the most likely class of each row."""
        return self.classes_[self.predict_proba(X).argmax(axis=1)]

    def predict_proba(self, X: Any) -> np.ndarray:
        """Return the probability of each class for each row."""
        import numpy as np

        outputs = super().predict(X).reshape(len(X), -1)
        return np.hstack([1 - outputs, outputs]) if len(self.classes_) == 2 else outputs

    def wrapped(self) -> Any:
        """Return the trained network in Keras's own wrapper."""
        import keras
        import numpy as np
        from keras.wrappers import SKLearnClassifier

        inputs = keras.Input(self.shape_[:1])
        outputs = self.network_(inputs)
        of_each = [1 - outputs, outputs] if len(self.classes_) == 2 else [outputs]
        network = keras.Model(inputs, keras.ops.concatenate(of_each, axis=1))
        network.compile("sgd", "mse")
        wrapper = SKLearnClassifier(network)
        rows = np.zeros((len(self.classes_), inputs.shape[1]))
        wrapper.fit(rows, self.classes_, epochs=0, verbose=0)
        wrapper.predict_proba = partial(network.predict, verbose=0)
        wrapper.model_ = SimpleNamespace(predict=wrapper.predict_proba)
        if len(self.classes_) == 2:  # scorers expect one number per row
            second = keras.Model(inputs, outputs[:, 0])
            wrapper.decision_function = partial(second.predict, verbose=0)
        return wrapper

    def __sklearn_tags__(self) -> Any:
        """Tell scikit-learn what this is."""
        from sklearn.utils import ClassifierTags, Tags, TargetTags

        return Tags("classifier", TargetTags(required=True), classifier_tags=ClassifierTags())
