"""(b) Whole tournaments beside other ways to play them: the same candidates, folds and seeds."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from flows import compiled, played
from processes import HERE, Taken, take, typical

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

SPEC = """\
tournament {name} "For the benchmark"
seed {seed}
data mock.regression {{ n_samples = {rows}, n_features = {columns}, n_informative = 5, noise = 50 }}
folds kfold({folds})
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
}}"""
BOOSTED = """\
model hist: HistGradientBoostingRegressor {{
  learning_rate in [0.03, 0.1, 0.3, 1.0]
  max_iter = {iterations}
}}"""
KERAS = """\
preprocess {{ numeric -> StandardScaler() }}
model net: keras.MLP {{
  hidden_layer_sizes in [(8,), (16,), (16, 16)]
  learning_rate ~ loguniform(0.01, 0.1)
  epochs = {epochs}
  search random(3)
}}"""
RACE = "\nrace { after = [1, 3], keep = 50% }\n"
RACED = ("LightGBM", "linear")
SEARCHES = ("RandomizedSearchCV", "HalvingRandomSearchCV", "Optuna and joblib")
RIVALS = {
    "LightGBM": (*SEARCHES, "FLAML", "bare fits"),
    "linear": (*SEARCHES, "bare fits"),
    "wide": ("RandomizedSearchCV", "bare fits"),
    "article": ("bare fits",),
    "large table": ("GridSearchCV",),
    "Keras": ("Keras fit in a loop", "bare fits"),
}
ARTICLE = HERE.parent / "examples" / "noisy_two_categories.mf"


def measure(folder: Path, *, quick: bool, rounds: int, kinds: Collection[str]) -> dict[str, Any]:
    """Play tournaments in every way, one after the other, in so many rounds; and train networks as Keras does."""
    specs = {
        "LightGBM": _spec("BenchTrees", 4000, LIGHTGBM.format(candidates=4 if quick else 12)),
        "linear": _spec("BenchLinear", 2000, LINEAR.format(candidates=10 if quick else 100)),
        "wide": _spec("BenchWide", 500, LINEAR.format(candidates=20 if quick else 2000)),
        "article": ARTICLE.read_text(),
        "large table": _spec(
            "BenchLarge", 10_000 if quick else 1_000_000, BOOSTED.format(iterations=10 if quick else 100), 30, 3
        ),
        "Keras": _spec("BenchNetworks", 2000, KERAS.format(epochs=5 if quick else 20)),
    }
    if quick:
        del specs["article"]
    found: dict[str, Any] = {
        kind: _compare(folder, kind, spec, rounds) for kind, spec in specs.items() if kind in kinds
    }
    if "Keras" in kinds:
        found["seeds"] = _seeds(folder, 1 if quick else 5)
    if "article" in found:
        found["networks"] = _networks(folder)
    return found


def _networks(folder: Path) -> list[dict[str, Any]]:
    """Train the networks of the article's tournament by our epochs and by Keras's `fit`."""
    output = folder / "networks.json"
    take([sys.executable, HERE / "networks.py", folder / "bench_article_flow.py", output], folder)
    return json.loads(output.read_text())


def _spec(name: str, rows: int, model: str, columns: int = 10, folds: int = 5, seed: int = 3) -> str:
    return SPEC.format(name=name, rows=rows, model=model, columns=columns, folds=folds, seed=seed)


def _compare(folder: Path, kind: str, spec: str, rounds: int) -> dict[str, Any]:
    flow = compiled(folder, f"bench_{kind.lower().replace(' ', '_')}", spec)
    ways: dict[str, list[dict[str, Any]]] = {"mfc": []}
    raced = compiled(folder, f"race_{kind.lower()}", spec + RACE) if kind in RACED else None
    for _ in range(rounds):
        ours = played(flow)
        ways["mfc"].append(ours)
        if raced:
            ways.setdefault("mfc with `race`", []).append(played(raced) | {"scores": None})
        for rival in RIVALS[kind]:
            ways.setdefault(rival, []).append(_rival(folder, rival, flow, ours))
    return {
        way: runs[-1] | typical([Taken(*(run[name] for name in Taken._fields)) for run in runs])._asdict()
        for way, runs in ways.items()
    }


def _rival(folder: Path, rival: str, flow: Path, ours: dict[str, Any]) -> dict[str, Any]:
    output = folder / "rival.json"
    taken = take([sys.executable, HERE / "rivals.py", rival, flow, output, str(ours["seconds"])], folder)
    found = json.loads(output.read_text())
    differences = [abs(score - ours["scores"][name]) for name, score in found["scores"].items()]
    return {**taken._asdict(), **found, "difference": max(differences, default=None)}


def _seeds(folder: Path, number: int) -> list[dict[str, Any]]:
    """Train the networks by our epochs and by Keras's `fit` with several seeds: the winners, and their test scores."""
    found = []
    for seed in range(number):
        flow = compiled(folder, f"seed_{seed}", _spec(f"Seed{seed}", 1000, KERAS.format(epochs=10), seed=seed))
        path = folder / "seed.json"
        take([sys.executable, HERE / "rivals.py", "seeds", flow, path], folder)
        found.append(json.loads(path.read_text()))
    return found
