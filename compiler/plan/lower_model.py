"""The plan of a model: its estimator, its arguments, its space and its training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from ..check.draws import distribution
from ..check.foreign import foreign
from ..check.rules.search import strategy_entry, strategy_name
from ..check.signature import bindings_in, values
from ..check.values import Invocation
from ..syntax.tree import Call, Fit, Preprocess
from ..syntax.tree import EarlyStopping as EarlyStoppingBlock
from ..syntax.tree import Search as SearchEntry
from ..syntax.tree import Space as SpaceBlock
from ..syntax.tree import Step as StepBlock
from .lower_data import lower_routes
from .lower_run import lower_resources, run_resources
from .plan import Draw, EarlyStopping, Model, Search, Step, Transformer
from .seeds import has_foreign, seeded, takes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalog.entry import Entry
    from ..check.outline import Entrant, Outline
    from ..check.values import Value
    from ..syntax.tree import Binding
    from .plan import Named, Space

ALIASES = {"random_state": ("random_seed",), "n_jobs": ("thread_count",)}
"""The names that CatBoost has for what we would give it."""


def lower_model(entrant: Entrant, outline: Outline, seed: Value) -> Model:
    """Return the plan of a model."""
    estimator = cast("Entry", entrant.estimator)
    fit = entrant.part(Fit)
    given = bindings_in(fit.entries if fit else ())
    own = entrant.part(Preprocess)
    lowered = _Bindings(outline, seed)
    model = Model(
        name=entrant.model.name.text,
        estimator=estimator.path,
        description=estimator.description,
        fixed=lowered.fixed(entrant.bindings, estimator),
        space=lowered.space(entrant),
        search=_lower_search(entrant, outline, seed),
        fit=lowered.fixed(given),
        early_stopping=_lower_stopping(entrant, outline, seed),
        takes_random_state=_leaves(entrant, estimator, "random_state"),
        takes_n_jobs=_leaves(entrant, estimator, "n_jobs"),
        resources=lower_resources(outline, entrant.model.entries, run_resources(outline)),
        alternatives=tuple(lowered.alternative(space) for space in entrant.parts(SpaceBlock)),
        steps=tuple(lowered.step(step) for step in entrant.parts(StepBlock)),
        preprocess=lower_routes(own, outline, seed) if own else None,
    )
    arguments = (model.fixed, *model.spaces)
    by_hand = entrant.is_foreign or any(has_foreign(one, outline.catalog) for named in arguments for _, one in named)
    return model._replace(seed_by_hand=by_hand)


def _leaves(entrant: Entrant, estimator: Entry, name: str) -> bool:
    """Tell whether an estimator has an argument that the model leaves to us."""
    bound = {binding.name.text for space in entrant.spaces for binding in space}
    names = (name, *ALIASES[name])
    return any(takes(estimator, one) for one in names) and bound.isdisjoint(names)


class _Bindings(NamedTuple):
    """Lowers what is bound to names."""

    outline: Outline
    seed: Value

    def fixed(self, bindings: Iterable[Binding], entry: Entry | None = None) -> Named:
        """Return the arguments that are fixed."""
        given = [binding for binding in bindings if binding.operator == "="]
        entry = entry or foreign("", "estimator", given)
        found = cast("dict[str, Value]", values(entry, given, self.outline.evaluator))
        return tuple((name, seeded(value, self.seed, self.outline.catalog)) for name, value in found.items())

    def space(self, entrant: Entrant) -> Space:
        """Return what varies in every space of a model."""
        steps = [(f"{step.name.text}__", bindings_in(step.entries)) for step in entrant.parts(StepBlock)]
        fit = entrant.part(Fit)
        parts = [("", entrant.bindings), *steps, ("fit__", bindings_in(fit.entries if fit else ()))]
        return tuple(
            (prefix + binding.name.text, self._values(binding))
            for prefix, bindings in parts
            for binding in bindings
            if binding.operator != "="
        )

    def alternative(self, space: SpaceBlock) -> Space:
        """Return what an alternative space varies; what it fixes is a set of one there."""
        return tuple((binding.name.text, self._values(binding)) for binding in bindings_in(space.entries))

    def step(self, step: StepBlock) -> Step:
        """Return a step with its fixed arguments."""
        entry = cast("Entry", self.outline.transformer(step))
        bound = bindings_in(step.entries)
        made = Invocation(entry.path, (), self.fixed(bound, entry))
        if "random_state" not in {binding.name.text for binding in bound}:
            made = cast("Invocation", seeded(made, self.seed, self.outline.catalog))
        return Step(step.name.text, Transformer(*made, has_foreign(made, self.outline.catalog)))

    def _values(self, binding: Binding) -> Value | Draw:
        evaluator, catalog = self.outline.evaluator, self.outline.catalog
        entry = distribution(binding.value, evaluator)
        if binding.operator != "~" or entry is None or not isinstance(binding.value, Call):
            value = seeded(cast("Value", evaluator.value(binding.value)), self.seed, catalog)
            return value if binding.operator == "in" else [value]
        given = cast("dict[str, Value]", values(entry, binding.value.arguments, evaluator))
        # As in scikit-learn, a list says that all its values are equally likely.
        if entry.path == "choice":
            given["values"] = seeded(given["values"], self.seed, catalog)
            if given.get("weights") is None:
                return given["values"]
        return Draw(entry.path, tuple((name, given[name]) for name in entry.arguments if name in given))


def _lower_search(entrant: Entrant, outline: Outline, seed: Value) -> Search:
    search = entrant.part(SearchEntry)
    entry = strategy_entry(search, outline) if search else None
    if search is None or entry is None or strategy_name(search) == "grid":
        return Search("grid", None, None)
    arguments = search.strategy.arguments if isinstance(search.strategy, Call) else ()
    given = cast("dict[str, Value]", values(entry, arguments, outline.evaluator))
    return Search("random", given["n"], given.get("seed", seed))


def _lower_stopping(entrant: Entrant, outline: Outline, seed: Value) -> EarlyStopping | None:
    block = entrant.part(EarlyStoppingBlock)
    if block is None:
        return None
    given = cast("dict[str, Value]", outline.settings("early_stopping", block.entries))
    return EarlyStopping(
        patience=given["patience"],
        max_iterations=given["max_iterations"],
        min_delta=given.get("min_delta", 0),
        monitor=cast("str | None", given.get("monitor")),
        validation=given.get("validation", 0.2),
        refit=cast("bool", given.get("refit", True)),
        final_iterations=cast("Literal['mean', 'median', 'max']", given.get("final_iterations", "mean")),
        seed=given.get("seed", seed),
    )
