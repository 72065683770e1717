"""What a run of a specification will do: its candidates, folds, fits and tasks, drawn by the flow's own functions."""

from __future__ import annotations

from inspect import signature
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from ..emit.python import source
from ..plan.plan import Draw
from .functions import flow_module, functions
from .graph import Step, steps_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..plan.plan import Model, Plan


class Contender(NamedTuple):
    """A model: the size of its space, None if that is continuous, and the settings of its candidates by name."""

    name: str
    estimator: str
    search: str
    points: int | None
    candidates: dict[str, dict[str, Any]]


class Forecast(NamedTuple):
    """What a run will do; what only the data decide is None."""

    tournament: str
    title: str | None
    parameters: dict[str, Any]
    scores: tuple[str, ...]
    test: str
    folds: str
    n_folds: int | None
    models: tuple[Contender, ...]
    tasks: tuple[str, ...] | None
    steps: tuple[Step, ...]

    @property
    def n_candidates(self) -> int:
        """The number of candidates of all models."""
        return sum(len(model.candidates) for model in self.models)

    @property
    def n_fits(self) -> int | None:
        """The number of fits, if it is known."""
        return None if self.n_folds is None else self.n_candidates * self.n_folds


def forecast(plan: Plan, given: Mapping[str, Any], fits_per_task: int | None = None) -> Forecast:
    """Return what a run will do with these parameters; the others have their defaults. scikit-learn has to be there."""
    values = {parameter.name: given.get(parameter.name, parameter.default) for parameter in plan.parameters}
    flow = functions(plan, ("draw_candidates", "plan_tasks", "N_FOLDS", "Parameters"))
    parameters = flow["Parameters"](**values) if "Parameters" in flow else None
    candidates = _call(flow["draw_candidates"], parameters=parameters)
    n_folds = _n_folds(plan, parameters)
    tasks = None
    if n_folds is not None:
        chunk = fits_per_task or plan.run.fits_per_task or n_folds
        tasks = tuple(_call(flow["plan_tasks"], candidates, chunk, parameters=parameters, n_folds=n_folds))
    return Forecast(
        tournament=plan.name,
        title=plan.title,
        parameters=values,
        scores=plan.scores,
        test=plan.test.kind if plan.test.size is None else f"{plan.test.kind}({source(plan.test.size)})",
        folds=f"{plan.folds.splitter}({', '.join(f'{name}={source(value)}' for name, value in plan.folds.arguments)})",
        n_folds=n_folds,
        models=tuple(_contender(model, candidates) for model in plan.models),
        tasks=tasks,
        steps=steps_of(flow_module(plan)),
    )


def points(model: Model) -> int | None:
    """Return how many different candidates a space holds, or None if it is continuous."""
    sizes = [[_size(values) for _, values in space] for space in model.spaces]
    if any(None in space for space in sizes):
        return None
    return sum(prod(size for size in space if size is not None) for space in sizes)


def _size(values: Any) -> int | None:
    match values:
        case Draw(distribution="choice", arguments=(("values", items), *_)):
            return _size(items)
        case Draw(distribution="randint" | "lograndint", arguments=((_, int(low)), (_, int(high)))):
            return high - low
        case Draw():
            return None
        case list() | range():
            return len(values)
        case tuple() if type(values) is tuple:
            return len(values)
    return 1


def _call(function: Any, *arguments: Any, **offered: Any) -> Any:
    """Call a function of the flow, with what it depends on of what only some flows have."""
    wanted = signature(function).parameters
    return function(*arguments, **{name: value for name, value in offered.items() if name in wanted})


def _n_folds(plan: Plan, parameters: Any) -> int | None:
    found = eval(source(plan.folds.n_splits), {"parameters": parameters})  # noqa: S307  arithmetic of our own writing
    return found if isinstance(found, int) else None


def _contender(model: Model, candidates: Mapping[str, dict[str, Any]]) -> Contender:
    own = {name: settings for name, settings in candidates.items() if name.rpartition("-")[0] == model.name}
    search = "grid" if model.search.kind == "grid" else f"random({source(model.search.n)})"
    return Contender(model.name, model.estimator, search, points(model), own)
