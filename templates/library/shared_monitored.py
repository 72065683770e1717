"""Networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .epochs import Training

if TYPE_CHECKING:
    import tensorflow as tf

    from .networks import Network

shared: dict[str, Training] = {}  # the last one: networks of one shape share a compilation


def training_of(network: Network) -> Training:
    """Return the training of a network; the last one is kept, for the next learning rate too."""
    settings = {**network.settings, **dict.fromkeys([*network.of_stopping, "learning_rate"])}
    key = repr((type(network), network.function, network.shape_, sorted(settings.items())))
    if key not in shared:
        shared.clear()
        monitored = network.settings.get("monitor") is not None
        shared[key] = MonitoredTraining(network) if monitored else Training(network)
    shared[key].settings = network.settings
    return shared[key]


class MonitoredTraining(Training):
    """Training that is stopped by a metric instead of the loss."""

    def __init__(self, model: Network) -> None:
        super().__init__(model)
        import keras

        accuracies = {
            "binary_crossentropy": "binary_accuracy",
            "sparse_categorical_crossentropy": "sparse_categorical_accuracy",
        }
        name = self.settings.get("monitor")
        by_loss = accuracies.get(model.default_loss, name)
        self.metric = keras.metrics.get(by_loss if name == "accuracy" else name)
        # like EarlyStopping(mode="auto")
        self.sign = -1 if self.metric._direction == "up" else 1

    def evaluate(self, batches: tf.Tensor) -> tf.Tensor:
        """Return the metric on all batches; less is better."""
        import tensorflow as tf

        def add(number: tf.Tensor) -> tf.Tensor:
            x, y, weight, _ = tf.split(batches[number], self.columns, axis=1)
            self.metric.update_state(y, self.network(x, training=False), sample_weight=weight[:, 0])
            return number + 1

        self.metric.reset_state()
        tf.while_loop(lambda number: batches[number, 0, -1] > 0, add, [0])
        return self.sign * self.metric.result()
