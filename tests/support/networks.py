"""The Keras network of generated flows, by the flow's own class and as its user would build it."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

import numpy as np
from plans import GBM, PLAN

from mfc.emit.render import Spec, render

os.environ.update(TF_NUM_INTRAOP_THREADS="1", TF_NUM_INTEROP_THREADS="1", TF_CPP_MIN_LOG_LEVEL="3")

import keras

N, FEATURES = 75, 3  # two batches of 32, and one of 11

NET = GBM._replace(name="net", estimator="keras.MLP", takes_n_jobs=False, space=())
FULL = NET._replace(
    fixed=(("dropout", 0.1),), early_stopping=NET.early_stopping._replace(monitor="mean_absolute_error")
)


def load(name, task, model):
    """Import the module of a flow with this model; other processes find it under its name."""
    flow = render(PLAN._replace(task=task, models=(model,), parameters=()), Spec("net.mf", f"{name}.py", "0" * 12))
    (FLOWS / f"{name}.py").write_text(flow)
    return importlib.import_module(name)


FLOWS = Path(tempfile.mkdtemp())
sys.path.insert(0, str(FLOWS))
TASKS = ("regression", "classification", "multilabel")
plain = {task: load(f"plain_{task}_flow", task, NET) for task in TASKS}
full = {task: load(f"full_{task}_flow", task, FULL) for task in TASKS}


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
