"""The plan of a model: its estimator, its arguments, its space and its training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from ..check.draws import distribution
from ..check.rules.search import strategy_entry, strategy_name
from ..check.signature import bindings_in, values
from ..syntax.tree import Binding, Call, Fit
from ..syntax.tree import EarlyStopping as EarlyStoppingBlock
from ..syntax.tree import Search as SearchEntry
from .lower_run import lower_resources, run_resources
from .plan import Draw, EarlyStopping, Model, Search

if TYPE_CHECKING:
    from ..catalog.entry import Entry
    from ..check.outline import Entrant, Outline
    from ..check.values import Value


def lower_model(entrant: Entrant, outline: Outline, seed: Value) -> Model:
    """Return the plan of a model."""
    estimator = cast("Entry", entrant.estimator)
    evaluator = outline.evaluator
    fixed = [binding for binding in entrant.bindings if binding.operator == "="]
    varied = [binding for binding in entrant.bindings if binding.operator != "="]
    fit = entrant.part(Fit)
    given = bindings_in(fit.entries if fit else ())
    return Model(
        name=entrant.model.name.text,
        estimator=estimator.path,
        description=estimator.description,
        fixed=tuple((name, cast("Value", value)) for name, value in values(estimator, fixed, evaluator).items()),
        space=tuple((binding.name.text, _lower_values(binding, outline)) for binding in varied),
        search=_lower_search(entrant, outline, seed),
        fit=tuple((binding.name.text, cast("Value", evaluator.value(binding.value))) for binding in given),
        early_stopping=_lower_stopping(entrant, outline, seed),
        takes_random_state=_leaves(entrant, estimator, "random_state"),
        takes_n_jobs=_leaves(entrant, estimator, "n_jobs"),
        resources=lower_resources(outline, entrant.model.entries, run_resources(outline)),
    )


def _leaves(entrant: Entrant, estimator: Entry, name: str) -> bool:
    """Tell whether an estimator has an argument that the model leaves to us."""
    argument = estimator.arguments.get(name)
    bound = {binding.name.text for binding in entrant.bindings}
    return argument is not None and not argument.deprecated and name not in bound


def _lower_values(binding: Binding, outline: Outline) -> Value | Draw:
    evaluator = outline.evaluator
    entry = distribution(binding.value, evaluator)
    if binding.operator == "in" or entry is None or not isinstance(binding.value, Call):
        return cast("Value", evaluator.value(binding.value))
    given = cast("dict[str, Value]", values(entry, binding.value.arguments, evaluator))
    # As in scikit-learn, a list says that all its values are equally likely.
    if entry.path == "choice" and given.get("weights") is None:
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
