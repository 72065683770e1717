"""Which functions of a flow depend on its parameters, and so have to be given them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plan.plan import Csv, Mock, Parquet, Sql
from .python import uses_parameters

if TYPE_CHECKING:
    from ..check.values import Value
    from ..plan.plan import Plan, Route, Step

CALLS = {
    "preparation": ("preprocessor",),
    "stop_early": ("build", "fit_arguments"),
    "train": ("stop_early", "early_stopping"),
    "rows": ("preparation", "early_stopping"),
    "fit": ("train", "rows", "split_folds"),
    "evaluate": ("train", "rows"),
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
        "preprocessor": (plan.preprocess or (), *_seed_by_hand(plan, plan.preprocess)),
        "preparation": [
            (model.steps, model.preprocess or (), *_seed_by_hand(plan, model.preprocess, model.steps))
            for model in models
        ],
        "draw_candidates": [(model.spaces, model.search) for model in models],
        "build": [model.fixed for model in models]
        + [plan.seed for model in models if model.takes_random_state or model.seed_by_hand],
        "stop_early": [plan.seed for rule in stopping if all(other.seed == plan.seed for other in stopping)],
        "early_stopping": [(plan.seed, *rule) for rule in stopping],
        "fit_arguments": [model.fit for model in models],
    }
    needed = {name: uses_parameters(value) for name, value in uses.items()}
    for caller, callees in CALLS.items():
        needed[caller] = needed.get(caller, False) or any(needed[callee] for callee in callees)
    return needed


def _seed_by_hand(plan: Plan, routes: tuple[Route, ...] | None, steps: tuple[Step, ...] = ()) -> tuple[Value, ...]:
    """Return the seed that foreign transformers are given."""
    transformers = [*(one for route in routes or () for one in route.steps), *(step.transformer for step in steps)]
    return (plan.seed,) if any(one.is_foreign for one in transformers) else ()


def _source_values(plan: Plan) -> object:
    match plan.data.source:
        case Mock() as mock:
            return mock
        case Sql() as sql:
            return sql
        case Csv(path=path) | Parquet(path=path):
            return path
    return ()
