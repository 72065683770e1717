"""The models as the flow builds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..catalog.libraries import LIBRARIES
from ..meaning.values import Invocation
from ..plan.seeds import by_name
from .body import Case, body, calls, scope_of
from .python import arguments, source

if TYPE_CHECKING:
    from ..catalog.libraries import Library
    from ..plan.plan import Model, Plan, Step
    from .python import Scope

MONITOR_STOPS = ("metric",)
"""Arguments that name a metric for stopping alone: without early stopping they would cost time."""

NETWORKS = {
    "regression": "Network",
    "classification": "NetworkClassifier",
    "multilabel": "MultilabelNetwork",
}
"""The library's estimators that train Keras networks, by task."""


LOADS_TENSORFLOW = "load_tensorflow()  # before what is imported here imports Keras: silently"
"""What comes before the imports of a network's own parts."""


def library_of(model: Model) -> str:
    """Return the library that a model's estimator comes from."""
    return model.estimator.partition(".")[0]


def is_encoded(model: Model) -> bool:
    """Return whether a model accepts only the labels 0, 1, …, and so is wrapped in one that encodes them."""
    return model.estimator == "xgboost.XGBClassifier"


class Building(NamedTuple):
    """The function that builds models: scikit-learn's imports for all of them, and a case for each.

    What takes long to import is imported in its case alone.
    """

    imports: tuple[str, ...]
    cases: list[Case]
    falls_through: bool  # some case leaves it to the end of the function to build the pipeline


def building(plan: Plan) -> Building:
    """Return how each model is built from its settings, as a pipeline that begins with the columns' preprocessing."""
    taken = ("model", "features", "settings", "columns", "estimator", "preprocessing", "encoded")
    shared = scope_of(*taken, "mlp", "built", "load_tensorflow", *NETWORKS.values())
    shared.name("sklearn.pipeline.make_pipeline")
    plain = [model for model in plan.models if not model.steps and model.preprocess is None]
    cases = [_case(plan, model, shared, is_first_of_several=[model] == plain[:1] != plain) for model in plan.models]
    return Building(tuple(shared.imports()), cases, bool(plain))


def splits_settings(model: Model) -> bool:
    """Return whether some settings are not the estimator's: those of steps, and of `fit`."""
    owners = ("fit", *(step.name for step in model.steps))
    return any(name.startswith(f"{owner}__") for name, _ in model.space for owner in owners)


def binds(model: Model, argument: str) -> bool:
    """Return whether the specification sets an argument, fixed or not."""
    return any(name == argument for named in (model.fixed, *model.spaces) for name, _ in named)


def _case(plan: Plan, model: Model, shared: Scope, *, is_first_of_several: bool) -> Case:
    scope = shared.within("sklearn.")
    steps = [_step(plan, model, step, scope) for step in model.steps]
    estimator = _estimator(plan, model, scope)
    name = "estimator: Any" if is_first_of_several else "estimator"  # mypy would expect the others to be of its class
    made = f"{name} = {estimator}"
    if steps or model.preprocess is not None:
        first = "preprocessing(features)" if model.preprocess is None else f"preprocess_{model.name}(features)"
        made = f"return {calls('make_pipeline', first, *steps, estimator)}"
    lines = body(scope, made)
    if library_of(model) == "keras" and lines.imports:
        lines = lines._replace(imports=(LOADS_TENSORFLOW, *lines.imports))
    return Case(model.name, model.description.rstrip("."), lines)


def _step(plan: Plan, model: Model, step: Step, scope: Scope) -> str:
    path, positional, named, is_foreign = step.transformer
    tuned = any(name.startswith(f"{step.name}__") for name, _ in model.space)
    own = f"**settings_of({step.name!r}, settings)" if tuned else ""
    made = calls(source(Invocation(path, (), ()), scope)[:-2], arguments(positional, named, scope), own)
    return f"seeded({made}, {source(by_name(plan.seed))})" if is_foreign else made


def _estimator(plan: Plan, model: Model, scope: Scope) -> str:
    settings = '**settings_of("", settings)' if splits_settings(model) else "**settings"
    given = [arguments([], model.fixed, scope), *_implied(plan, model), settings]
    if library_of(model) == "keras":
        return calls(NETWORKS[plan.task], _network(model), *given)
    made = calls(scope.name(model.estimator), *given)
    if model.seed_by_hand:
        return f"seeded({made}, {source(by_name(plan.seed))})"
    return f"encoded({made})" if is_encoded(model) else made


def _network(model: Model) -> str:
    """Return the function that builds a network: the library's, or the user's own."""
    return "mlp" if model.estimator == "keras.MLP" else "built"


def _implied(plan: Plan, model: Model) -> list[str]:
    """Return the arguments that the flow sets because the specification does not."""
    seed, threads = source(by_name(plan.seed)), str(plan.run.threads)
    implied = [f"random_state={seed}"] if model.takes_random_state else []
    library = LIBRARIES.get(library_of(model))
    if library is None:
        return implied
    if model.takes_n_jobs and (library.takes_all_cores or plan.run.threads > 1):
        implied.append(f"{library.threads[0]}={threads}")
    implied += [f"{name}={value}" for name, value in library.reproducible.items() if not binds(model, name)]
    if model.early_stopping:
        implied += [f"{names[0]}={value}" for names, value in library.settled.items() if not _binds_any(model, names)]
        implied += _watched(library, model.early_stopping.monitor)
    return implied + [f"{name}={value}" for name, value in library.quiet.items()]


def _watched(library: Library, monitor: str | None) -> list[str]:
    """Return the argument that names the metric to watch, unless it is among the settings for early stopping."""
    stopping = library.stopping
    stays = stopping is not None and stopping.monitor[0] not in MONITOR_STOPS
    return [f"{stopping.monitor[0]}={monitor!r}"] if stopping and stays and monitor else []


def _binds_any(model: Model, names: tuple[str, ...]) -> bool:
    return any(binds(model, name) for name in names)
