"""Search spaces as the flow writes them, and their sizes."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from ..meaning.values import Formula, Reference
from ..plan.plan import Draw
from .body import body, scope_of
from .python import arguments, source, uses_parameters
from .splits import seed_source

if TYPE_CHECKING:
    from ..meaning.values import Value
    from ..plan.plan import Model, Plan, Space
    from .body import Body
    from .python import Scope

LOCAL = {"quniform": "Steps", "lograndint": "LogInteger", "choice": "Choice"}
"""Distributions that SciPy does not have, and the class that the flow then holds for each."""


def search_source(model: Model, scope: Scope, seed: str) -> str:
    """Return the expression whose iteration gives the settings of a model's candidates."""
    spaces = [_space(space, scope) for space in model.spaces]
    written = spaces[0] if len(spaces) == 1 else f"[{', '.join(spaces)}]"
    if model.search.kind == "grid":
        return f"{scope.name('sklearn.model_selection.ParameterGrid')}({written})"
    sampler = scope.name("sklearn.model_selection.ParameterSampler")
    return f"{sampler}({written}, {source(model.search.n, scope)}, random_state={seed})"


def candidate_count(model: Model) -> int | None:
    """Return how many candidates a model has, or None if only the running flow knows."""
    if uses_parameters((model.spaces, model.search)):
        return None
    drawn = any(isinstance(values, Draw) for space in model.spaces for _, values in space)
    points = None if drawn else sum(prod(_length(values) for _, values in space) for space in model.spaces)
    if model.search.kind == "grid":
        return points
    wanted = model.search.n
    return min(wanted, points or wanted) if isinstance(wanted, int) else None


def local_distributions(models: tuple[Model, ...]) -> list[str]:
    """Return the distributions that the flow has to bring along."""
    drawn = [values for model in models for space in model.spaces for _, values in space if isinstance(values, Draw)]
    used = {draw.distribution for draw in drawn}
    return [name for name in LOCAL if name in used]


def _length(values: Value | Draw) -> int:
    return len(values) if isinstance(values, list | tuple | range) else 1


def _space(space: Space, scope: Scope) -> str:
    return f"{{{', '.join(f'{name!r}: {_values(values, scope)}' for name, values in space)}}}"


def _values(values: Value | Draw, scope: Scope) -> str:
    return _draw(values, scope) if isinstance(values, Draw) else source(values, scope)


def _draw(draw: Draw, scope: Scope) -> str:
    """Return a frozen distribution: SciPy's own where it has one."""
    given = dict(draw.arguments)
    match draw.distribution:
        case "uniform":
            low, high = given["low"], given["high"]
            return _scipy("uniform", scope, ("loc", low), ("scale", Formula("-", (high, low))))
        case "loguniform" | "randint" as name:
            return f"{scope.name(f'scipy.stats.{name}')}({arguments(list(given.values()), (), scope)})"
        case "normal":
            return _scipy("norm", scope, ("loc", given["mean"]), ("scale", given["sd"]))
        case "lognormal":
            scale = f"{scope.name('math.exp')}({source(given['mean'], scope)})"
            return f"{scope.name('scipy.stats.lognorm')}(s={source(given['sd'], scope)}, scale={scale})"
        case "truncnormal":
            mean, sd = given["mean"], given["sd"]
            bounds = [Formula("/", (Formula("-", (given[end], mean)), sd)) for end in ("low", "high")]
            return _scipy("truncnorm", scope, ("a", bounds[0]), ("b", bounds[1]), ("loc", mean), ("scale", sd))
        case name if name in LOCAL:
            return f"{LOCAL[name]}({arguments([], given.items(), scope)})"
        case path:
            return f"{source(Reference(path), scope)}({arguments([], given.items(), scope)})"


def _scipy(name: str, scope: Scope, *named: tuple[str, Value]) -> str:
    return f"{scope.name(f'scipy.stats.{name}')}({arguments([], named, scope)})"


def searches(plan: Plan) -> Body:
    """Return the body of the function that draws the candidates."""
    scope = scope_of("name_candidates", "searches")
    items = [
        f"{model.name!r}: {search_source(model, scope, seed_source(plan, model.search.seed))}," for model in plan.models
    ]
    return body(scope, "searches = {", *(f"    {item}" for item in items), "}", "return name_candidates(searches)")
