"""Networks."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from .epochs import load_tensorflow
from .shared import training_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras
    import numpy as np
    from sklearn.pipeline import Pipeline


class Network:
    """A Keras network with the interface of scikit-learn's estimators.

    Settings that are not for training or early stopping go to the `function` that builds it.
    """

    of_stopping = "epochs", "early_stopping_round", "early_stopping_min_delta"
    of_training = "optimizer", "learning_rate", "batch_size", "loss", "monitor", "random_state"
    output_activation: str | None = None
    default_loss = "mean_squared_error"

    def __init__(self, function: Callable[..., keras.Model], **settings: Any) -> None:
        self.function, self.settings = function, settings

    def fit(
        self, X: Any, y: Any, sample_weight: Any = None, eval_X: Any = None, eval_y: Any = None
    ) -> Network:
        """Train for `epochs`; with evaluation rows, stop early and keep the best epoch."""
        import numpy as np

        evaluated = eval_X is not None
        features = np.concatenate([X, eval_X] if evaluated else [X]).astype("float32")
        target, n_outputs = self.encode(np.concatenate([y, eval_y] if evaluated else [y]))
        weight = np.ones((len(features), 2), "float32")  # 1: every row counts
        weight[: len(X), 0] = 1 if sample_weight is None else sample_weight
        self.shape_ = features.shape[1], n_outputs
        n_epochs, patience, min_delta = map(self.settings.get, self.of_stopping, [100, 10, 0])
        self.best_iteration_, best_loss = 0, np.inf
        epochs = training_of(self).epochs(np.column_stack([features, target, weight]), len(X))
        for epoch, (loss, weights) in enumerate(islice(epochs, n_epochs), 1):
            if not evaluated or loss < best_loss - min_delta:
                self.best_iteration_, best_loss, best_weights = epoch, loss, weights
            if epoch == self.best_iteration_ + patience:
                break
        if not self.best_iteration_:
            message = f"the loss on the evaluation rows is {loss}"
            raise FloatingPointError(message)
        self.network_ = self.network()
        self.network_.set_weights(best_weights)
        return self

    def network(self) -> keras.Model:
        """Return the network, untrained."""
        load_tensorflow()
        import keras

        keras.utils.set_random_seed(self.settings.get("random_state", 0))
        own = {*self.of_stopping, *self.of_training}
        given = {name: value for name, value in self.settings.items() if name not in own}
        return self.function(self.shape_, self.output_activation, **given)

    def encode(self, y: np.ndarray) -> tuple[np.ndarray, int]:
        """Return the targets as numbers, one column each, and the number of outputs."""
        target = y.astype("float32").reshape(len(y), -1)
        return target, target.shape[1]

    def predict(self, X: Any) -> np.ndarray:
        """Return the output, or the outputs, of the network for each row."""
        import numpy as np

        outputs = self.network_(np.asarray(X, "float32"), training=False).numpy()
        return outputs if outputs.shape[1] > 1 else outputs[:, 0]

    def wrapped(self) -> Any:
        """Return the trained network in Keras's own wrapper."""
        import keras
        from keras.wrappers import SKLearnRegressor

        flat = keras.layers.Reshape(self.shape_[1:] if self.shape_[1] > 1 else ())
        wrapper = SKLearnRegressor(self.network_)
        wrapper.model_ = keras.Sequential([keras.Input(self.shape_[:1]), self.network_, flat])
        wrapper.predict = partial(wrapper.model_.predict, verbose=0)
        return wrapper

    def __sklearn_tags__(self) -> Any:
        """Tell scikit-learn what this is."""
        from sklearn.utils import Tags, TargetTags

        return Tags("regressor", TargetTags(required=True))


def without_this_file(pipeline: Pipeline) -> Pipeline:
    """Return a trained pipeline that loads without this file, with Keras's own wrapper."""
    import numpy as np
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import FunctionTransformer

    if not isinstance(pipeline[-1], Network):
        return pipeline
    floats = FunctionTransformer(np.asarray, kw_args={"dtype": "float32"})
    *before, (name, network) = pipeline.steps
    return Pipeline([*before, ("floats", floats), (name, network.wrapped())])
