"""Networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import keras


def mlp(
    shape: tuple[int, int],
    output: str | None,
    hidden_layer_sizes: Any = (100,),
    activation: str = "relu",
    dropout: float = 0.0,
    **l1_l2: float,
) -> keras.Model:
    """Return a dense network, untrained."""
    import keras

    penalty = keras.regularizers.L1L2(**l1_l2)
    layers = [keras.layers.Input(shape[:1])]
    for units in hidden_layer_sizes:
        layers.append(keras.layers.Dense(units, activation, kernel_regularizer=penalty))
        layers += [quick_dropout(dropout)] if dropout else []
    return keras.Sequential(
        [*layers, keras.layers.Dense(shape[1], output, kernel_regularizer=penalty)]
    )


def quick_dropout(rate: float) -> keras.layers.Layer:
    """Return Keras's dropout with a random generator that is twenty times faster with XLA."""
    import keras
    import tensorflow as tf

    def call(inputs: Any, training: bool = False) -> Any:
        if not training:
            return inputs
        seed = tf.cast(layer.seed_generator.next(), "int32")
        return tf.nn.experimental.stateless_dropout(inputs, rate, seed, rng_alg="philox")

    layer = keras.layers.Dropout(rate)
    layer.call = call  # not a subclass, which another process could not load
    return layer
