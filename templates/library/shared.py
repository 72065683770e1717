"""Networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .epochs import Training

if TYPE_CHECKING:
    from .networks import Network

shared: dict[str, Training] = {}  # the last one: networks of one shape share a compilation


def training_of(network: Network) -> Training:
    """Return the training of a network; the last one is kept, for the next learning rate too."""
    settings = {**network.settings, **dict.fromkeys([*network.of_stopping, "learning_rate"])}
    key = repr((type(network), network.function, network.shape_, sorted(settings.items())))
    if key not in shared:
        shared.clear()
        shared[key] = Training(network)
    shared[key].settings = network.settings
    return shared[key]
