"""Networks."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import tensorflow as tf

    from .networks import Network


class Training:
    """A network and its optimizer; each epoch is one call of a compiled function.

    `keras.Model.fit` calls TensorFlow once per batch: a hundred times slower for small networks.
    """

    def __init__(self, model: Network) -> None:
        self.network, self.settings = model.network(), model.settings
        import keras
        import tensorflow as tf

        self.optimizer = keras.optimizers.get(self.settings.get("optimizer", "adam"))
        self.optimizer.build(self.network.trainable_variables)
        loss = keras.losses.get(self.settings.get("loss") or model.default_loss)
        self.loss = getattr(loss, "call", loss)  # of each row, not their mean
        self.columns = [model.shape_[0], -1, 1, 1]  # features, targets, weight, 1 if it counts
        self.variables = [*self.network.variables, *self.optimizer.variables]
        self.initial = [variable.numpy() for variable in self.variables]
        self.compiled = tf.function(self.epoch, jit_compile=True, autograph=False)

    def epochs(self, table: np.ndarray, n_training: int) -> Iterator[tuple[float, Any]]:
        """Train from scratch; yield the loss on the last rows and the weights after each epoch."""
        import numpy as np
        import tensorflow as tf

        for variable, value in zip(self.variables, self.initial, strict=True):
            variable.assign(value)
        if (rate := self.settings.get("learning_rate")) is not None:
            self.optimizer.learning_rate = rate
        table = np.vstack([table, table[0]])  # batches are filled up with the first row,
        table[-1, -2:] = 0  # which then weighs nothing and does not count
        n_rows, size, room = len(table) - 1, self.settings.get("batch_size", 32), 256
        capacity = -(-n_rows // room) * room  # so that folds of about one size compile once
        # An empty batch ends an epoch.
        order = np.full((capacity // size + 2) * size, n_rows)
        validation = np.full(capacity + room, n_rows)
        validation[: n_rows - n_training] = np.arange(n_training, n_rows)
        evaluation = tf.constant(table[validation.reshape(-1, room)])
        shuffled = np.random.default_rng(self.settings.get("random_state", 0)).permutation
        while True:
            order[:n_training] = shuffled(n_training)
            loss = self.call(tf.constant(table[order.reshape(-1, size)]), evaluation)
            yield float(loss), self.network.get_weights()

    def call(self, *batches: tf.Tensor) -> tf.Tensor:
        """Call `epoch` compiled by XLA, or without XLA once that has failed."""
        import tensorflow as tf

        try:
            return self.compiled(*batches)
        except tf.errors.OpError as error:
            reason = str(error).partition("\n")[0]
            logging.warning("training is slow, for XLA cannot compile it: %s", reason)
            self.compiled = tf.function(self.epoch, autograph=False)
            return self.compiled(*batches)

    def epoch(self, training: tf.Tensor, evaluation: tf.Tensor) -> tf.Tensor:
        """Take a step for each batch of `training`; return the loss on all of `evaluation`."""
        import tensorflow as tf

        def step(number: tf.Tensor) -> tf.Tensor:
            x, y, weight, counts = tf.split(training[number], self.columns, axis=1)
            with tf.GradientTape() as tape:
                losses = self.loss(y, self.network(x, training=True))
                if losses.shape.rank != 1:
                    message = "the loss is not one of each row, and so has no last, shorter batch"
                    raise ValueError(message)
                loss = tf.reduce_sum(losses * weight[:, 0]) / tf.reduce_sum(counts)
                loss += sum(self.network.losses)  # the penalties
            variables = self.network.trainable_variables
            self.optimizer.apply(tape.gradient(loss, variables), variables)
            return number + 1

        tf.while_loop(lambda number: training[number, 0, -1] > 0, step, [0])
        return self.evaluate(evaluation)

    def evaluate(self, batches: tf.Tensor) -> tf.Tensor:
        """Return the loss on all batches."""
        import tensorflow as tf

        def add(number: tf.Tensor, total: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            x, y, weight, _ = tf.split(batches[number], self.columns, axis=1)
            losses = self.loss(y, self.network(x, training=False))
            return number + 1, total + tf.reduce_sum(losses * weight[:, 0])

        _, total = tf.while_loop(lambda number, _: batches[number, 0, -1] > 0, add, (0, 0.0))
        return total / tf.reduce_sum(batches[:, :, -1])


def load_tensorflow() -> None:
    """Import TensorFlow without its messages about CUDA, which no setting turns off."""
    errors = os.dup(2)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        import tensorflow as tf
    finally:
        os.dup2(errors, 2)
        os.close(errors)
    tf.get_logger().setLevel("ERROR")  # it warns for every sixth network that it compiles
