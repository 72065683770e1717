"""(e) Whether a race keeps the candidate that wins without one, and how many fits it saves.

All fits are scored first: of the examples by the functions of their flows, save those with networks, which would take
long; of generated studies of 40 candidates by scikit-learn alone. Which candidates a race would have cut follows from
the scores. As a script, `python race.py FLOW …`, it prints those of flows.
"""

from __future__ import annotations

import importlib.util
import inspect
import json
import os
import shutil
import subprocess
import sys
from math import isfinite
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from flows import compiled
from processes import HERE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

STUDIES = 20
KEEP, AT_LEAST = 0.5, 5
THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
QUICK = ("breast_cancer", "visits")


def measure(folder: Path, *, quick: bool) -> list[dict[str, Any]]:
    """Tell of every study who wins, whether that candidate finishes a race, and how many fits the race has."""
    examples = HERE.parent / "examples"
    for table in examples.glob("*.csv"):
        shutil.copy(table, folder)
    texts = {path.stem: path.read_text() for path in sorted(examples.glob("*.mf"))}
    specs = {name: text for name, text in texts.items() if "keras" not in text and (not quick or name in QUICK)}
    flows = [compiled(folder, name, spec) for name, spec in specs.items()]
    command = [sys.executable, __file__, *map(str, flows)]
    ran = subprocess.run(command, cwd=folder, env=os.environ | THREADS, stdout=subprocess.PIPE, check=True)  # noqa: S603
    lines = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith(b'{"rows"')]
    found = dict(zip(specs, lines, strict=True))
    found |= {f"study {number}": _generated(number) for number in range(4 if quick else STUDIES)}
    return [{"study": name, **raced(**one)} for name, one in found.items()]


def raced(rows: list[dict[str, Any]], n_folds: int) -> dict[str, Any]:
    """Return what a race makes of a tournament whose fits are all known."""
    from mfc.templates.library.race import rounds_of, survivors
    from mfc.templates.library.spec import SCORES

    score = next(iter(SCORES))
    known = [{**row, score: row["score"]} for row in rows if row["score"] is not None]
    candidates = list(dict.fromkeys(row["candidate"] for row in rows))
    scores = {name: [row[score] for row in known if row["candidate"] == name] for name in candidates}
    means = {name: fmean(values) for name, values in scores.items() if len(values) == n_folds}
    after = [1, 3] if n_folds > 3 else [1]
    racing, played, n_fits = candidates, [], 0
    for number, folds in enumerate(rounds_of(n_folds, after)):
        played += [row for row in known if row["fold"] in folds and row["candidate"] in racing]
        n_fits += len(racing) * len(folds)
        racing = racing if number == len(after) else survivors(racing, played, KEEP, AT_LEAST)
    winner = max(means, key=lambda name: means[name])
    counts = {"candidates": len(candidates), "folds": n_folds, "fits": len(rows), "race": n_fits}
    return {**counts, "after": after, "winner": winner, "finishes": winner in racing}


def _generated(number: int) -> dict[str, Any]:
    """Score ten candidates each of four models on five folds of a made-up regression or classification."""
    from sklearn.base import clone
    from sklearn.metrics import check_scoring
    from sklearn.model_selection import KFold, StratifiedKFold

    features, target, models = _classification(number) if number % 3 == 2 else _regression(number)
    is_classification = number % 3 == 2
    folds = list((StratifiedKFold if is_classification else KFold)(5).split(features, target))
    scoring = "roc_auc" if is_classification else "r2"
    rows = []
    for name, model in models.items():
        scorer = check_scoring(model, scoring)
        for fold, (fitting, unseen) in enumerate(folds):
            fitted = clone(model).fit(features[fitting], target[fitting])
            score = _finite(scorer(fitted, features[unseen], target[unseen]))
            rows.append({"candidate": name, "fold": fold, "score": score})
    return {"rows": rows, "n_folds": 5}


def _regression(number: int) -> tuple[Any, Any, dict[str, Any]]:
    from sklearn.datasets import make_friedman1, make_regression
    from sklearn.ensemble import ExtraTreesRegressor
    from sklearn.linear_model import Ridge
    from sklearn.neighbors import KNeighborsRegressor
    from sklearn.tree import DecisionTreeRegressor

    size: dict[str, Any] = {"n_samples": 200 + 40 * number, "n_features": 6 + number % 7, "random_state": number}
    if number % 3:
        features, target = make_regression(**size, n_informative=4, noise=10 * (1 + number % 5))
    else:
        features, target = make_friedman1(**size, noise=0.5 + number % 4)
    kinds = (Ridge, "alpha"), KNeighborsRegressor, DecisionTreeRegressor, ExtraTreesRegressor
    return features, target, _candidates(number, *kinds)


def _classification(number: int) -> tuple[Any, Any, dict[str, Any]]:
    from sklearn.datasets import make_classification
    from sklearn.ensemble import ExtraTreesClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.tree import DecisionTreeClassifier

    size: dict[str, Any] = {"n_samples": 200 + 40 * number, "n_features": 6 + number % 7, "random_state": number}
    features, target = make_classification(**size, n_informative=4, flip_y=0.1)
    kinds = (LogisticRegression, "C"), KNeighborsClassifier, DecisionTreeClassifier, ExtraTreesClassifier
    return features, target, _candidates(number, *kinds)


def _candidates(number: int, linear: tuple[Any, str], near: Any, tree: Any, forest: Any) -> dict[str, Any]:
    """Draw ten settings of each model."""
    from scipy.stats import loguniform, uniform
    from sklearn.model_selection import ParameterSampler

    spaces = {
        linear[0]: {linear[1]: loguniform(1e-2, 1e3)},
        near: {"n_neighbors": range(1, 31)},
        tree: {"max_depth": range(1, 11), "min_samples_leaf": range(1, 11), "random_state": [number]},
        forest: {"n_estimators": [20], "max_features": uniform(0.2, 0.8), "random_state": [number]},
    }
    return {
        f"{kind.__name__}-{i:03}": kind(**settings)
        for kind, space in spaces.items()
        for i, settings in enumerate(ParameterSampler(space, 10, random_state=number))
    }


def _scored(flow: ModuleType) -> dict[str, Any]:
    """Score every candidate of a flow on every fold of its training rows."""
    _set_parameters(flow)
    loaded = flow.load_data(*([flow.DATA] if inspect.signature(flow.load_data).parameters else []))
    data = loaded[0] if isinstance(loaded, tuple) else loaded
    training, candidates = data.iloc[flow.hold_out(data)[0]], flow.draw_candidates()
    n_folds = len(flow.split_folds(training))
    found = flow.run_fits([(name, fold) for name in candidates for fold in range(n_folds)], candidates, training)
    primary = next(iter(flow.SCORES))
    rows = [{"candidate": row["candidate"], "fold": row["fold"], "score": _finite(row.get(primary))} for row in found]
    return {"rows": rows, "n_folds": n_folds}


def _set_parameters(flow: ModuleType) -> None:
    from metaflow import Parameter

    for members in map(vars, filter(inspect.isclass, vars(flow).values())):
        for name, member in members.items():
            if isinstance(member, Parameter) and hasattr(flow, "parameters"):
                member.init()
                setattr(flow.parameters, name, member.kwargs["default"])


def _finite(score: Any) -> float | None:
    return float(score) if score is not None and isfinite(score) else None


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None  # noqa: S101
    assert spec.loader is not None  # noqa: S101
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def main(flows: Iterable[str]) -> None:
    """Print the scores of every study, a line each."""
    for flow in flows:
        print(json.dumps(_scored(_loaded(Path(flow)))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
