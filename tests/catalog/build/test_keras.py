import keras
import pytest

from mfc.catalog.build.keras import built, network

ARGUMENTS = network().arguments


def options(name):
    (kind, *_) = ARGUMENTS[name].types
    return [value for value in kind.values if value is not None]


@pytest.mark.parametrize("name", options("activation"))
def test_activations_apply(name):
    assert keras.activations.get(name)(keras.ops.ones((2, 4))).shape[0] == 2


@pytest.mark.parametrize("name", options("optimizer"))
def test_optimizers_are_made_by_name(name):
    assert isinstance(keras.optimizers.get(name), keras.optimizers.Optimizer)


@pytest.mark.parametrize("name", options("loss"))
def test_losses_are_found_by_name(name):
    assert callable(keras.losses.get(name))


def test_what_it_takes():
    assert list(ARGUMENTS) == [
        "hidden_layer_sizes",
        "activation",
        "dropout",
        "l1",
        "l2",
        "optimizer",
        "learning_rate",
        "batch_size",
        "loss",
        "epochs",
        "random_state",
    ]
    assert {"relu", "tanh", "linear"} <= set(options("activation"))
    assert {"adam", "sgd", "rmsprop"} <= set(options("optimizer"))
    assert {"mse", "mean_absolute_error", "huber"} <= set(options("loss"))


def test_a_network_of_ones_own_is_trained_alike():
    arguments = built().arguments
    assert arguments["build"].required
    assert list(arguments)[1:] == list(ARGUMENTS)[5:]
