"""Networks."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras


def built(
    shape: tuple[int, int], _: str | None, build: Callable[..., keras.Model], **settings: Any
) -> keras.Model:
    """Return the network that the user's function builds, given the arguments that it has."""
    import keras

    asked = signature(build).parameters
    told = dict(zip(("n_features", "n_outputs"), shape, strict=True))
    network = build(**{name: told[name] for name in told if name in asked} | settings)
    outputs = network(keras.ops.zeros((1, shape[0])))
    if outputs.shape != (1, shape[1]):
        has = f"the network has outputs of shape {tuple(outputs.shape[1:])}"
        message = f"{has}, and {(shape[1],)} is needed"
        raise ValueError(message)
    return network
