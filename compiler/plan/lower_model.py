"""The plan of a model: its estimator, its arguments, its space and its training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from ..catalog.libraries import LIBRARIES, library_of
from ..meaning.arguments import bindings_in
from ..meaning.foreign import foreign
from ..meaning.outline import transformer_of
from ..meaning.read import values
from ..meaning.space import distribution, strategy_entry, strategy_name
from ..meaning.values import Invocation
from ..syntax.tree import (
    Call,
    EarlyStoppingDeclaration,
    FitDeclaration,
    PreprocessDeclaration,
    SearchDeclaration,
    SpaceDeclaration,
    StepDeclaration,
)
from .lower_data import lower_routes
from .lower_run import lower_resources, run_resources
from .plan import Draw, EarlyStopping, Model, Search, Step, Transformer
from .seeds import has_foreign, seeded, takes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalog.entry import Entry
    from ..meaning.outline import Entrant, Outline
    from ..meaning.values import Value
    from ..syntax.tree import Binding
    from .plan import Named, Space


def lower_model(entrant: Entrant, outline: Outline, seed: Value) -> Model:
    """Return the plan of a model."""
    estimator = cast("Entry", entrant.estimator)
    library = library_of(estimator.path) or LIBRARIES["sklearn"]
    fit = entrant.part(FitDeclaration)
    given = bindings_in(fit.entries if fit else ())
    own = entrant.part(PreprocessDeclaration)
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
        takes_random_state=_leaves(entrant, estimator, library.seeds),
        takes_n_jobs=_leaves(entrant, estimator, ("n_jobs", *library.threads)),
        resources=lower_resources(outline, entrant.model.entries, run_resources(outline)),
        alternatives=tuple(lowered.alternative(space) for space in entrant.parts(SpaceDeclaration)),
        steps=tuple(lowered.step(step) for step in entrant.parts(StepDeclaration)),
        preprocess=lower_routes(own, outline, seed) if own else None,
    )
    arguments = (model.fixed, *model.spaces)
    by_hand = entrant.is_foreign or any(has_foreign(one, outline.catalog) for named in arguments for _, one in named)
    return model._replace(seed_by_hand=by_hand)


def _leaves(entrant: Entrant, estimator: Entry, names: tuple[str, ...]) -> bool:
    """Return whether an estimator has an argument, by whatever name, that the model leaves to us."""
    bound = {binding.name.text for space in entrant.spaces for binding in space}
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
        steps = [(f"{step.name.text}__", bindings_in(step.entries)) for step in entrant.parts(StepDeclaration)]
        fit = entrant.part(FitDeclaration)
        parts = [("", entrant.bindings), *steps, ("fit__", bindings_in(fit.entries if fit else ()))]
        return tuple(
            (prefix + binding.name.text, self._values(binding))
            for prefix, bindings in parts
            for binding in bindings
            if binding.operator != "="
        )

    def alternative(self, space: SpaceDeclaration) -> Space:
        """Return what an alternative space varies; what it fixes is a set of one there."""
        return tuple((binding.name.text, self._values(binding)) for binding in bindings_in(space.entries))

    def step(self, step: StepDeclaration) -> Step:
        """Return a step with its fixed arguments."""
        entry = cast("Entry", transformer_of(step, self.outline.catalog))
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
    search = entrant.part(SearchDeclaration)
    entry = strategy_entry(search, outline.catalog) if search else None
    if search is None or entry is None or strategy_name(search) == "grid":
        return Search("grid", None, None)
    arguments = search.strategy.arguments if isinstance(search.strategy, Call) else ()
    given = cast("dict[str, Value]", values(entry, arguments, outline.evaluator))
    return Search("random", given["n"], given.get("seed", seed))


def _lower_stopping(entrant: Entrant, outline: Outline, seed: Value) -> EarlyStopping | None:
    block = entrant.part(EarlyStoppingDeclaration)
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
