"""Networks of the flows' library, rows for them, and the same networks as a user of Keras would build them."""

from __future__ import annotations

import os

import numpy as np

os.environ.update(TF_NUM_INTRAOP_THREADS="1", TF_NUM_INTEROP_THREADS="1", TF_CPP_MIN_LOG_LEVEL="3")

import keras

from mfc.templates.library import mlp, mlp_dropout
from mfc.templates.library.networks import Network
from mfc.templates.library.networks_classes import NetworkClassifier
from mfc.templates.library.networks_labels import MultilabelNetwork

N, FEATURES = 75, 3  # two batches of 32, and one of 11
OF_TASK: dict[str, type[Network]] = {
    "regression": Network,
    "classification": NetworkClassifier,
    "multilabel": MultilabelNetwork,
}


def dense(task="regression", **settings):
    """Return a dense network, untrained."""
    module = mlp_dropout if "dropout" in settings else mlp
    return OF_TASK[task](module.mlp, **settings)


def rows(n=N, classes=None, seed=0):
    """Make features and a target that depends on them."""
    rng = np.random.default_rng(seed)
    features = rng.normal(size=(n, FEATURES))
    signal = features @ [1.0, -2.0, 0.5] + rng.normal(scale=0.5, size=n)
    if classes is None:
        return features, signal
    return features, np.digitize(signal, np.quantile(signal, np.arange(1, classes) / classes))


def labelled(n=N, seed=0):
    """Make features and three labels that depend on them."""
    features, signal = rows(n, seed=seed)
    return features, np.column_stack([signal > 0, features[:, 1] > 0.5, features[:, 2] < 0]).astype(int)


def by_hand(task, classes, hidden, l1, l2, seed=0, outputs=1):
    """Build the network as its user would."""
    keras.utils.set_random_seed(seed)
    penalty = keras.regularizers.L1L2(l1, l2)
    outputs, activation = {None: (outputs, None), 2: (1, "sigmoid"), 3: (3, "softmax")}[classes]
    if task == "multilabel":
        activation = "sigmoid"
    return keras.Sequential(
        [
            keras.layers.Input((FEATURES,)),
            *(keras.layers.Dense(units, "relu", kernel_regularizer=penalty) for units in hidden),
            keras.layers.Dense(outputs, activation, kernel_regularizer=penalty),
        ]
    )
