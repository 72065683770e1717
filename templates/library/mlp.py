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
    **l1_l2: float,
) -> keras.Model:
    """Return a dense network, untrained."""
    import keras

    sizes = [*((units, activation) for units in hidden_layer_sizes), (shape[1], output)]
    penalty = keras.regularizers.L1L2(**l1_l2)
    dense = [keras.layers.Dense(*size, kernel_regularizer=penalty) for size in sizes]
    return keras.Sequential([keras.layers.Input(shape[:1]), *dense])
