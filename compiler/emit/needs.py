"""Which functions of a flow depend on its parameters, and so have to be given them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plan.plan import Csv, Mock, Parquet, Sql
from .python import uses_parameters

if TYPE_CHECKING:
    from ..plan.plan import Plan

CALLS = {
    "train": ("build", "early_stopping", "preprocessor"),
    "fit": ("train", "split_folds"),
    "evaluate": ("train",),
    "start": ("load_data", "draw_candidates", "n_folds", "split_test"),
}
"""Who calls whom; a function needs what its callees need. Callees stand first."""


def needs(plan: Plan) -> dict[str, bool]:
    """Tell for each generated function, and for the seed and the number of folds, whether parameters decide it."""
    models = plan.models
    stopping = [model.early_stopping for model in models if model.early_stopping]
    uses = {
        "seed": plan.seed,
        "load_data": _source_values(plan),
        "split_folds": plan.folds.arguments,
        "n_folds": plan.folds.n_splits,
        "split_test": (plan.test.size, plan.test.seed),
        "preprocessor": plan.preprocess or (),
        "draw_candidates": [(model.space, model.search) for model in models],
        "build": [model.fixed for model in models] + [plan.seed for model in models if model.takes_random_state],
        "early_stopping": [(plan.seed, *rule) for rule in stopping],
        "fit_arguments": [model.fit for model in models],
    }
    needed = {name: uses_parameters(value) for name, value in uses.items()}
    for caller, callees in CALLS.items():
        needed[caller] = any(needed[callee] for callee in callees)
    return needed


def _source_values(plan: Plan) -> object:
    match plan.data.source:
        case Mock() as mock:
            return mock
        case Sql() as sql:
            return sql
        case Csv(path=path) | Parquet(path=path):
            return path
    return ()
