"""A first look: the plan of a tournament as one that is small enough to end within a minute."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from ..catalog.catalog import load
from ..catalog.libraries import LIBRARIES, library_of
from .plan import DataFile, Resources, Run, Search
from .seeds import takes

if TYPE_CHECKING:
    from ..meaning.values import Value
    from .plan import Data, Draw, Folds, Model, Plan, Space, Test

ROWS, FOLDS, CANDIDATES, ITERATIONS = 2_000, 2, 2, 50
"""The most that a first look has: of rows, folds, candidates of a model, and iterations of a fit."""

SUFFIX = "FirstLook"
"""What the flow of a first look is called by, so that its runs are not taken for those of the tournament."""

BY_ROUND = ("sklearn.ensemble.HistGradientBoosting", "sklearn.neural_network.MLP")
"""The estimators whose `max_iter` is for how long they train, and no limit of a solver."""


def quick(plan: Plan, folder: str) -> Plan:
    """Return the plan of a first look, whose flow may be in another folder than the rows: they are in this one.

    It has no figure of importance, which may take a minute.
    """
    title = f"{plan.title or plan.name}: a first look"
    return plan._replace(
        name=f"{plan.name}{SUFFIX}",
        title=title,
        data=_with_folder(plan.data, folder),
        test=_test(plan.test),
        folds=_folds(plan.folds),
        models=tuple(_model(model, plan.seed) for model in plan.models),
        run=Run(FOLDS * CANDIDATES, plan.run.workers, plan.run.threads, plan.run.on_error, retries=0),
        most_rows=ROWS,
        report=plan.report._replace(figures=tuple(name for name in plan.report.figures if name != "importance")),
        race=None,
    )


def quick_limits() -> str:
    """Say what a first look is limited to."""
    return f"at most {ROWS:,} rows, {FOLDS} folds, {CANDIDATES} candidates a model, {ITERATIONS} iterations"


def _with_folder(data: Data, folder: str) -> Data:
    source = data.source
    if not isinstance(source, DataFile) or not isinstance(source.path, str) or "://" in source.path:
        return data
    return data._replace(source=source._replace(path=str(PurePath(folder, source.path))))


def _test(test: Test) -> Test:
    """Return how rows are held out: a number of them may be more than there are, a share is not."""
    return test if test.kind == "none" or isinstance(test.size, float) else test._replace(size=0.2)


def _folds(folds: Folds) -> Folds:
    """Return two folds; of those that the data decide on, the first two."""
    if folds.n_splits is None:
        return folds._replace(most=FOLDS)
    limits = {"n_splits": FOLDS, "n_repeats": 1}
    given = [(name, limits.get(name, value)) for name, value in folds.arguments if not _counts_rows(name, value)]
    return folds._replace(arguments=tuple(given), n_splits=FOLDS)


def _counts_rows(name: str, value: Value) -> bool:
    """Return whether an argument of a splitter is a number of rows, of which there are fewer now."""
    return name in ("test_size", "train_size", "max_train_size", "gap") and not isinstance(value, float)


def _model(model: Model, seed: Value) -> Model:
    stopping, n = model.early_stopping, model.search.n
    if stopping:
        stopping = stopping._replace(max_iterations=_at_most(stopping.max_iterations))
    n_candidates = min(n, CANDIDATES) if isinstance(n, int) else CANDIDATES
    search_seed = seed if model.search.kind == "grid" else model.search.seed
    search = Search("random", n_candidates, search_seed)
    smaller = model._replace(early_stopping=stopping, search=search, resources=Resources())
    return smaller if stopping else _briefly(smaller)


def _briefly(model: Model) -> Model:
    """Return a model that trains for a few iterations, whatever its constructor calls them."""
    names = _iterations(model.estimator)
    bound = [name for named in (model.fixed, *model.spaces) for name, _ in named if name in names]
    fixed = tuple((name, _at_most(value) if name in names else value) for name, value in model.fixed)
    return model._replace(
        fixed=fixed if bound or not names else (*fixed, (names[0], ITERATIONS)),
        space=_space(model.space, names),
        alternatives=tuple(_space(space, names) for space in model.alternatives),
    )


def _iterations(estimator: str) -> tuple[str, ...]:
    """Return the names of the argument that says for how long an estimator trains; the first is the one to give."""
    library, entry = library_of(estimator), load().entry("estimator", estimator)
    if library is not None and library is not LIBRARIES["sklearn"]:
        return library.iterations
    names = ("n_estimators", *(("max_iter",) if estimator.startswith(BY_ROUND) else ()))
    return tuple(name for name in names if entry is not None and takes(entry, name))


def _space(space: Space, names: tuple[str, ...]) -> Space:
    return tuple((name, _few(values) if name in names else values) for name, values in space)


def _few(values: Value | Draw) -> list[Value]:
    """Return the values of an iteration argument that are few enough, each once."""
    known = values if isinstance(values, list | range) else [ITERATIONS]
    return cast("list[Value]", list(dict.fromkeys(map(_at_most, known))))


def _at_most(value: Value) -> int:
    return min(value, ITERATIONS) if isinstance(value, int) else ITERATIONS
