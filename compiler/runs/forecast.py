"""What a run of a specification will do: its candidates, folds, fits and tasks, drawn by the flow's own functions."""

from __future__ import annotations

from ast import Expression
from math import prod
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from ..emit.python import source
from ..plan.plan import Draw
from .functions import flow_module, functions
from .graph import Step, foreach_steps, handing_out, steps_of

if TYPE_CHECKING:
    import ast
    from collections.abc import Mapping

    from ..plan.ensemble import Ensemble
    from ..plan.plan import Folds, Model, Plan, Test


MOST_DRAWN = 10_000
"""Tournaments with more candidates are counted without drawing them, which would take long."""

LARGEST_TASK = 1000
"""About how many fits a task has at the most, unless the specification says more."""

Fit: TypeAlias = tuple[str, int]
"""A candidate, and the fold that it is scored on."""


class Contender(NamedTuple):
    """A model: the size of its space, None if that is continuous, how many candidates it has, and their settings.

    The settings go by the candidates' names; there are none if the tournament has too many candidates to draw.
    """

    name: str
    estimator: str
    search: str
    points: int | None
    n_candidates: int
    candidates: dict[str, dict[str, Any]]


class Heat(NamedTuple):
    """A round of a race: how many candidates are in it, if no fit fails, and on how many folds they are scored."""

    candidates: int
    folds: int


class Combination(NamedTuple):
    """An ensemble: its kind, the models whose candidates may be members, and how many are; None is one of each."""

    name: str
    kind: str
    models: tuple[str, ...]
    members: int | None


class Forecast(NamedTuple):
    """What a run will do; what only the data decide is None. `tasks` are those of the first round of a race."""

    tournament: str
    title: str | None
    parameters: dict[str, Any]
    scores: tuple[str, ...]
    test: str
    folds: str
    n_folds: int | None
    models: tuple[Contender, ...]
    ensembles: tuple[Combination, ...]
    n_tasks: int | None
    tasks: tuple[tuple[Fit, ...], ...] | None
    steps: tuple[Step, ...]
    stop_after: int | None = None
    rounds: tuple[Heat, ...] = ()

    @property
    def n_candidates(self) -> int:
        """The number of candidates of all models."""
        return sum(model.n_candidates for model in self.models)

    @property
    def n_fits(self) -> int | None:
        """The number of fits, if it is known."""
        if self.rounds:
            return sum(heat.candidates * heat.folds for heat in self.rounds)
        return None if self.n_folds is None else self.n_candidates * self.n_folds

    @property
    def n_saved(self) -> int | None:
        """The number of fits that a race saves."""
        if self.n_folds is None or self.n_fits is None:
            return None
        return self.n_candidates * self.n_folds - self.n_fits


def forecast(plan: Plan, given: Mapping[str, Any], fits_per_task: int | None = None) -> Forecast:
    """Return what a run will do with these parameters; the others have their defaults. scikit-learn has to be there."""
    values = {parameter.name: given.get(parameter.name, parameter.default) for parameter in plan.parameters}
    flow, module = _functions(plan, values), flow_module(plan)
    parameters = flow["parameters"]
    counts = [_n_candidates(model, parameters) for model in plan.models]
    candidates = flow["draw_candidates"]() if sum(counts) <= MOST_DRAWN else {}
    n_folds = _worth(plan.folds.n_splits, parameters)
    steps, tasks = steps_of(module), None
    chunk, heats = fits_per_task or plan.run.fits_per_task or 0, _heats(plan, sum(counts), n_folds)
    n_first = heats[0].folds if heats else n_folds
    if n_first is not None and candidates:
        start = _start(steps, candidates, chunk, n_first)
        tasks = tuple(map(tuple, _evaluated(handing_out(module), flow | {"self": start})))
    return Forecast(
        tournament=plan.name,
        title=plan.title,
        parameters=values,
        scores=plan.scores,
        test=tested(plan.test),
        folds=splitter(plan.folds),
        n_folds=n_folds,
        models=tuple(_contender(model, count, candidates) for model, count in zip(plan.models, counts, strict=True)),
        ensembles=tuple(_combination(ensemble, parameters) for ensemble in plan.ensembles),
        n_tasks=_n_tasks(counts, n_first, chunk) if tasks is None else len(tasks),
        tasks=tasks,
        steps=steps,
        stop_after=plan.run.stop_after,
        rounds=heats,
    )


def _functions(plan: Plan, parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the functions of the flow that draw candidates and share out their fits, with its parameters."""
    sharing = "share_out_round" if plan.race else "share_out"
    flow = functions(plan, ("draw_candidates", sharing, "N_FOLDS", "parameters"))
    vars(flow.setdefault("parameters", SimpleNamespace())).update(parameters)
    return flow


def _heats(plan: Plan, n_candidates: int, n_folds: int | None) -> tuple[Heat, ...]:
    """Return the rounds of a race; a race over fewer folds than it cuts after does not start."""
    if plan.race is None or n_folds is None or n_folds <= plan.race.after[-1]:
        return ()
    pairs = zip(plan.race.survivors(n_candidates), plan.race.rounds(n_folds), strict=True)
    return tuple(Heat(count, len(folds)) for count, folds in pairs)


def tested(test: Test) -> str:
    """Return how the test rows are held out, as a call."""
    return test.kind if test.size is None else f"{test.kind}({source(test.size)})"


def splitter(folds: Folds) -> str:
    """Return the call of the splitter that makes the folds."""
    return f"{folds.splitter}({', '.join(f'{name}={source(value)}' for name, value in folds.arguments)})"


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


def _n_tasks(counts: list[int], n_folds: int | None, fits_per_task: int) -> int | None:
    """Return how many tasks there are, where there are so many that they are as large as they may be."""
    if n_folds is None:
        return None
    size = fits_per_task or -(-LARGEST_TASK // n_folds) * n_folds
    return sum(-(-count * n_folds // size) for count in counts)


def _start(steps: tuple[Step, ...], candidates: Any, fits_per_task: int, n_folds: int) -> SimpleNamespace:
    """Return the flow as its step `start` has it when it shares out the fits of so many folds, on this machine."""
    fitting = dict.fromkeys(foreach_steps(steps), SimpleNamespace(decorators=()))
    racing = {"racing": list(candidates), "rounds": [range(n_folds)]}
    return SimpleNamespace(candidates=candidates, fits_per_task=fits_per_task, **racing, **fitting)


def _evaluated(expression: ast.expr, names: dict[str, Any]) -> Any:
    return eval(compile(Expression(expression), "<flow>", "eval"), names)  # noqa: S307  our own templates wrote it


def _worth(number: Any, parameters: Any) -> int | None:
    """Return what a number of the plan is with these parameters, or None if only the data decide."""
    found = eval(source(number), {"parameters": parameters})  # noqa: S307  arithmetic of our own writing
    return found if isinstance(found, int) else None


def _n_candidates(model: Model, parameters: Any) -> int:
    """Count the candidates of a model; finite sets are drawn from without replacement."""
    known = [points(model), None if model.search.kind == "grid" else _worth(model.search.n, parameters)]
    return min(count for count in known if count is not None)


def _combination(ensemble: Ensemble, parameters: Any) -> Combination:
    top = None if ensemble.top is None else _worth(ensemble.top, parameters)
    return Combination(ensemble.name, ensemble.kind, ensemble.members, top)


def _contender(model: Model, count: int, candidates: Mapping[str, dict[str, Any]]) -> Contender:
    own = {name: settings for name, settings in candidates.items() if name.rpartition("-")[0] == model.name}
    search = "grid" if model.search.kind == "grid" else f"random({source(model.search.n)})"
    return Contender(model.name, model.estimator, search, points(model), len(own) or count, own)
