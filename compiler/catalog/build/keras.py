"""The networks that flows train with Keras: estimators of our own, with Keras's names for their parts."""

from __future__ import annotations

from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any

from keras.src import activations, losses, optimizers  # type: ignore[import-untyped]

from ..entry import Number, Object, Options, Sequence
from ..shorthand import ALL_TASKS, COUNT, NONE, NOT_NEGATIVE, POSITIVE, SEED, entry, optional, required
from .signatures import VARIADIC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..entry import Argument, Entry

OPTIMIZERS = {name: one for name, one in optimizers.ALL_OBJECTS_DICT.items() if one is not optimizers.Optimizer}


def network() -> Entry:
    """Return the entry of `keras.MLP`."""
    return entry(
        "estimator",
        "keras.MLP",
        "Dense neural network trained by backpropagation",
        optional("hidden_layer_sizes", "(100,)", "The number of units of each hidden layer", Sequence((COUNT,))),
        optional(
            "activation",
            "'relu'",
            "The activation of the hidden layers",
            Options(_names(activations.ALL_OBJECTS_DICT, 1)),
        ),
        optional(
            "dropout", "0.0", "The share of units left out while training", Number("real", 0, 1, high_included=False)
        ),
        optional("l1", "0.0", "The L1 penalty on the weights of the hidden layers", NOT_NEGATIVE),
        optional("l2", "0.0", "The L2 penalty on the weights of the hidden layers", NOT_NEGATIVE),
        *_training(),
        tasks=ALL_TASKS,
    )._replace(early_stopping=True, targets="any")


def built() -> Entry:
    """Return the entry of `keras.Model`; all other arguments go to the user's function."""
    return entry(
        "estimator",
        "keras.Model",
        "Neural network of one's own, trained by backpropagation",
        required("build", "What returns the network, given all that is bound besides", Object("a callable")),
        *_training(),
        tasks=ALL_TASKS,
    )._replace(early_stopping=True, targets="any")


def _training() -> tuple[Argument, ...]:
    """Return how a network is trained, whatever its layers."""
    return (
        optional("optimizer", "'adam'", "The optimizer", Options(_names(OPTIMIZERS, 0))),
        optional("learning_rate", "None", "The optimizer's learning rate; none leaves it its own", POSITIVE, NONE),
        optional("batch_size", "32", "Rows per step of the optimizer", COUNT),
        optional(
            "loss",
            "None",
            "The loss to minimise; none chooses it by the task",
            Options((*_names(losses.ALL_OBJECTS_DICT, 2), None)),
        ),
        optional("epochs", "100", "Passes over the rows, where no early stopping decides", COUNT),
        optional("random_state", "None", "The seed of the weights, the shuffling and the dropout", SEED, NONE),
    )


def _names(registry: Mapping[str, Any], arguments: int) -> tuple[str, ...]:
    """Return the lower-case names of the functions that can be called with exactly this many arguments."""
    return tuple(sorted(name for name, one in registry.items() if name.islower() and _needed(one) == arguments))


def _needed(function: Any) -> int:
    parameters = signature(function).parameters.values()
    return sum(one.default is Parameter.empty and one.kind not in VARIADIC for one in parameters)
