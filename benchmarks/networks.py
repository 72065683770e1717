"""Train the networks of a compiled flow by its compiled epochs and by Keras's `fit`: `python networks.py FLOW OUTPUT`.

They stop early on the first fold, after at most 50 epochs, of which Keras makes three or four a second.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"), "1")
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
from rivals import Game, compiled_by_keras
from sklearn.pipeline import make_pipeline

if TYPE_CHECKING:
    from types import ModuleType

MOST_EPOCHS = 50


def compare(flow: ModuleType) -> list[dict[str, Any]]:
    """Return for each network its sizes, and the seconds, epochs and least validation loss of both ways."""
    game = Game(flow)
    fitting, _ = game.folds[0]
    inner, held_back = flow.hold_back(game.training.iloc[fitting], "net")
    found = []
    for name, settings in game.candidates.items():
        if flow.model_of(name) == "net":
            stopping = {**flow.early_stopping("net"), "epochs": MOST_EPOCHS}
            *before, model = flow.build("net", flow.features_of(inner), {**settings, **stopping})
            preparation = make_pipeline(*before)
            x, y = preparation.fit_transform(flow.features_of(inner)), inner[flow.TARGET]
            given = model, x, y, preparation.transform(flow.features_of(held_back)), held_back[flow.TARGET]
            ways = {"mfc": _timed(_compiled, *given), "Keras": _timed(_by_fit, *given)}
            found.append({"name": name, "sizes": list(settings["hidden_layer_sizes"]), **ways})
    return found


def _timed(train: Any, *arguments: Any) -> dict[str, float]:
    begun = time.perf_counter()
    best, loss = train(*arguments)
    return {"seconds": time.perf_counter() - begun, "best": best, "loss": float(loss)}


def _compiled(model: Any, x: Any, y: Any, unseen: Any, truth: Any) -> tuple[int, float]:
    model.fit(x, y, eval_X=unseen, eval_y=truth)
    return model.best_iteration_, np.mean((model.predict(unseen) - truth.to_numpy()) ** 2)


def _by_fit(model: Any, x: Any, y: Any, unseen: Any, truth: Any) -> tuple[int, float]:
    network = compiled_by_keras(model, x.shape[1])
    patience = model.settings["early_stopping_round"]
    stop = keras.callbacks.EarlyStopping("val_error", patience=patience, restore_best_weights=True)
    history = network.fit(
        np.asarray(x, "float32"),
        y.to_numpy(),
        epochs=MOST_EPOCHS,
        validation_data=(np.asarray(unseen, "float32"), truth.to_numpy()),
        callbacks=[stop],
        verbose=0,
    ).history["val_error"]
    return int(np.argmin(history)) + 1, min(history)


def main() -> None:
    """Compare, and write what was found."""
    flow, output = map(Path, sys.argv[1:])
    sys.path.insert(0, str(flow.parent))
    output.write_text(json.dumps(compare(importlib.import_module(flow.stem))))


if __name__ == "__main__":
    main()
