"""What is particular to each library whose estimators or transformers a flow can use: one record per library."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Plain: TypeAlias = str | int | float | bool


class Stopping(NamedTuple):
    """How the estimators of a library stop early: arguments of their constructors.

    `min_delta` is None if the library counts every improvement, or if a `callback`, given by its import path, takes
    both the patience and the `min_delta`. `monitor` has the names of the argument for the metric to watch. `best` is
    the attribute with the best iteration, and `counted_from` is the number of the first. `always` is passed in any
    case.
    """

    patience: str
    monitor: tuple[str, ...]
    best: str
    counted_from: int = 1
    min_delta: str | None = None
    callback: str | None = None
    always: Mapping[str, Plain] = {}

    @property
    def takes_min_delta(self) -> bool:
        """Whether the library supports `min_delta`."""
        return self.min_delta is not None or self.callback is not None


class Library(NamedTuple):
    """A library: its title, the package that installs it, and the names of its estimators' common arguments.

    `iterations` are the names of the argument that says how long to train; `threads` and `seeds` likewise. The first is
    the name a flow uses. `takes_all_cores` says that the library uses all cores unless it is limited. A flow passes the
    arguments `reproducible`, unless the specification sets them, and `quiet`. Estimators that stop early also get the
    arguments that they would otherwise derive from the number of iterations: `settled` has all names of such an
    argument, with its value. `is_ours` says that the estimators are the flow's own, under the library's name.
    `variants` are distributions that bring the same library. A flow asks for none of them: `xgboost-cpu`, without 469
    MB of CUDA, is not built for macOS.
    """

    title: str
    packages: tuple[str, ...]
    iterations: tuple[str, ...] = ()
    threads: tuple[str, ...] = ("n_jobs",)
    seeds: tuple[str, ...] = ("random_state",)
    takes_all_cores: bool = False
    reproducible: Mapping[str, Plain] = {}
    quiet: Mapping[str, Plain] = {}
    settled: Mapping[tuple[str, ...], Plain] = {}
    stopping: Stopping | None = None
    is_ours: bool = False
    variants: Mapping[str, str] = {}


LIBRARIES: Mapping[str, Library] = {
    "sklearn": Library("scikit-learn", ("scikit-learn>=1.9",)),
    "lightgbm": Library(
        "LightGBM",
        ("lightgbm>=4.7",),
        iterations=("n_estimators",),
        takes_all_cores=True,
        reproducible={"deterministic": True, "force_col_wise": True, "verbose": -1},
        stopping=Stopping(
            patience="early_stopping_round",
            min_delta="early_stopping_min_delta",
            monitor=("metric", "metrics", "metric_types"),
            best="best_iteration_",
            always={"first_metric_only": True},
        ),
    ),
    "xgboost": Library(
        "XGBoost",
        ("xgboost>=3.2",),
        variants={"xgboost": "xgboost-cpu"},
        iterations=("n_estimators",),
        takes_all_cores=True,
        stopping=Stopping(
            patience="early_stopping_rounds",
            monitor=("eval_metric",),
            best="best_iteration",
            counted_from=0,
            callback="xgboost.callback.EarlyStopping",
        ),
    ),
    "catboost": Library(
        "CatBoost",
        ("catboost>=1.2",),
        iterations=("iterations", "n_estimators", "num_boost_round", "num_trees"),
        threads=("thread_count",),
        seeds=("random_state", "random_seed"),
        takes_all_cores=True,
        quiet={"allow_writing_files": False, "verbose": False},
        settled={("learning_rate", "eta"): 0.03},
        stopping=Stopping(
            patience="early_stopping_rounds",
            monitor=("eval_metric",),
            best="tree_count_",
            always={"use_best_model": True},
        ),
    ),
    "keras": Library(
        "Keras",
        ("keras>=3.15", "tensorflow>=2.21"),
        iterations=("epochs",),
        threads=(),
        stopping=Stopping(
            patience="early_stopping_round",
            min_delta="early_stopping_min_delta",
            monitor=("monitor",),
            best="best_iteration_",
        ),
        is_ours=True,
    ),
    "skrub": Library("skrub", ("skrub>=0.11",)),
}


VARIANTS = {name: variant for library in LIBRARIES.values() for name, variant in library.variants.items()}


def installed_version(distribution: str) -> str:
    """Return the version of a distribution, or of the variant that is installed instead of it."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(distribution)
    except PackageNotFoundError:
        if distribution not in VARIANTS:
            raise
        return version(VARIANTS[distribution])


def library_of(path: str) -> Library | None:
    """Return the library that an import path belongs to, if it is one of these."""
    return LIBRARIES.get(path.partition(".")[0])
