"""(b) Whole tournaments beside other ways to play them: the same candidates, folds and seeds."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from flows import compiled, played
from processes import HERE, take

if TYPE_CHECKING:
    from pathlib import Path

SPEC = """\
tournament {name} "For the benchmark"
seed {seed}
data mock.regression {{ n_samples = {rows}, n_features = 10, n_informative = 5, noise = 50 }}
folds kfold(5)
score r2
{model}
"""
LIGHTGBM = """\
model gbm: lightgbm.LGBMRegressor {{
  learning_rate ~ loguniform(0.01, 0.1)
  max_depth     in 1..6
  n_estimators  = 300
  search random({candidates})
}}"""
LINEAR = """\
model ridge: Ridge {{
  alpha ~ loguniform(1e-3, 1e3)
  search random({candidates})
}}
run {{ fits_per_task = 250 }}"""
KERAS = """\
preprocess {{ numeric -> StandardScaler() }}
model net: keras.MLP {{
  hidden_layer_sizes in [(8,), (16,), (16, 16)]
  learning_rate ~ loguniform(0.01, 0.1)
  epochs = {epochs}
  search random(3)
}}"""
RIVALS = {
    "LightGBM": ("RandomizedSearchCV", "Optuna and joblib", "bare fits"),
    "linear": ("RandomizedSearchCV", "Optuna and joblib", "bare fits"),
    "Keras": ("Keras fit in a loop", "bare fits"),
}


def measure(folder: Path, *, quick: bool) -> dict[str, Any]:
    """Play each tournament in every way, and that of the article in ours."""
    specs = {
        "LightGBM": _spec("BenchTrees", 4000, LIGHTGBM.format(candidates=4 if quick else 12)),
        "linear": _spec("BenchLinear", 2000, LINEAR.format(candidates=10 if quick else 100)),
        "Keras": _spec("BenchNetworks", 2000, KERAS.format(epochs=5 if quick else 20)),
    }
    found = {kind: _compare(folder, kind, spec) for kind, spec in specs.items()}
    found["seeds"] = _seeds(folder, 1 if quick else 5)
    if not quick:
        found["article"] = _article(folder)
    return found


def _article(folder: Path) -> dict[str, Any]:
    """Play the tournament of the article, and train its networks also by Keras's `fit`."""
    spec = HERE.parent / "examples" / "noisy_two_categories.mf"
    flow, networks = compiled(folder, "article", spec.read_text()), folder / "networks.json"
    run = played(flow)
    take([sys.executable, HERE / "networks.py", flow, networks], folder)
    bare = run["fit_seconds"] / (os.cpu_count() or 1)
    return {**run, "bare": bare, "networks": json.loads(networks.read_text())}


def _spec(name: str, rows: int, model: str, seed: int = 3) -> str:
    return SPEC.format(name=name, rows=rows, model=model, seed=seed)


def _compare(folder: Path, kind: str, spec: str) -> dict[str, Any]:
    flow = compiled(folder, f"bench_{kind.lower()}", spec)
    ours = played(flow)
    ways = {"mfc": ours}
    for rival in RIVALS[kind]:
        found = folder / "rival.json"
        taken = take([sys.executable, HERE / "rivals.py", rival, flow, found], folder)
        ways[rival] = {**taken._asdict(), **json.loads(found.read_text())}
        scores = ways[rival]["scores"]
        ways[rival]["difference"] = max(abs(scores[name] - score) for name, score in ours["scores"].items())
    return ways


def _seeds(folder: Path, number: int) -> list[dict[str, Any]]:
    """Train the networks by our epochs and by Keras's `fit` with several seeds: the winners, and their test scores."""
    found = []
    for seed in range(number):
        flow = compiled(folder, f"seed_{seed}", _spec(f"Seed{seed}", 1000, KERAS.format(epochs=10), seed))
        path = folder / "seed.json"
        take([sys.executable, HERE / "rivals.py", "seeds", flow, path], folder)
        found.append(json.loads(path.read_text()))
    return found
