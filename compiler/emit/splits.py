"""How the flow splits its rows: for the test, into folds, and for early stopping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..catalog.splitters import SPLITTERS, STRATIFIED
from ..meaning.values import FlowConstant
from ..plan.seeds import by_name
from .body import Body, body, calls, scope_of
from .python import source

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..meaning.values import Value
    from ..plan.plan import EarlyStopping, Named, Plan

BY_CLASS = {splitter.cls: splitter for splitter in SPLITTERS.values()}
"""What is known of each splitter, by its class."""

STRATIFYING = {SPLITTERS[name].cls for name in STRATIFIED}
"""The splitters that look at the classes."""


def is_ordered(plan: Plan) -> bool:
    """Return whether the rows are in an order that splits have to keep."""
    return plan.data.time is not None or BY_CLASS[plan.folds.splitter].by == "time" or plan.test.kind == "last"


def hold_out(plan: Plan) -> Body:
    """Return the body of the function that splits the table into training and test rows."""
    scope, size = scope_of("data", "rows", "train_rows", "test_rows"), f"test_size={source(plan.test.size)}"
    seed = f"random_state={seed_source(plan, plan.test.seed)}"
    if plan.test.kind == "grouped":
        splitter = calls(scope.name("sklearn.model_selection.GroupShuffleSplit"), "1", size, seed)
        split = f"[(train_rows, test_rows)] = {splitter}.split(data, groups=data[GROUP])"
        return body(scope, split, "return train_rows, test_rows")
    split = scope.name("sklearn.model_selection.train_test_split")
    rows = f"{scope.module('numpy', 'np')}.arange(len(data))"
    if plan.test.kind == "last":
        return body(scope, f"return {calls(split, rows, size, 'shuffle=False')}")
    stratify = "stratify=data[TARGET]" if plan.test.kind == "stratified" else ""
    made = calls(split, rows, size, seed, stratify)
    if not is_ordered(plan):
        return body(scope, f"return {made}")
    kept = "return np.sort(train_rows), test_rows  # back in order, for the folds"
    return body(scope, f"train_rows, test_rows = {made}", kept)


def split_folds(plan: Plan) -> Body:
    """Return the body of the function that splits training rows into folds."""
    folds, scope = plan.folds, scope_of("rows")
    splitter = scope.name(f"sklearn.model_selection.{folds.splitter}")
    first = f"[:{folds.most}]" if folds.most else ""
    if folds.column:
        return body(scope, f"return list({splitter}(rows[FOLD]).split()){first}")
    given = "rows, rows[TARGET]" if folds.splitter in STRATIFYING else "rows"
    if BY_CLASS[folds.splitter].by == "group":
        given = "rows, rows[TARGET], rows[GROUP]"
    counted = tuple((name, _count(plan, name, value)) for name, value in folds.arguments)
    return body(scope, f"return list({splitter}({_arguments(plan, counted)}).split({given})){first}")


def _count(plan: Plan, name: str, value: Value) -> Value:
    """Return the number of folds by the name of its constant, so that it stands in one place."""
    is_constant = name == "n_splits" and isinstance(value, int) and value == plan.folds.n_splits
    return FlowConstant("N_FOLDS") if is_constant else value


def hold_back(plan: Plan) -> Body:
    """Return the body of the function that holds rows of a model back for early stopping."""
    scope = scope_of("rows", "model", "parts")
    sizes = _by_model(plan, lambda rule: source(rule.validation))
    seeds = _by_model(plan, lambda rule: seed_source(plan, rule.seed))
    size, seed = f"test_size={sizes}", f"random_state={seeds}"
    lines = []
    if plan.task == "classification":
        codes = 'rows[TARGET].astype("category").cat.codes'
        lines.append("# The classes as 0, 1, …, which every library accepts in validation rows.")
        lines += ["rows = rows.copy(deep=False)", f"rows[TARGET] = {codes}"]
    if plan.data.group is not None and plan.data.time is None:
        splitter = calls(scope.name("sklearn.model_selection.GroupShuffleSplit"), "1", size, seed)
        lines.append(f"[parts] = {splitter}.split(rows, groups=rows[GROUP])")
        return body(scope, *lines, "return [rows.iloc[part] for part in parts]")
    split = scope.name("sklearn.model_selection.train_test_split")
    if is_ordered(plan):
        return body(scope, *lines, f"return {calls(split, 'rows', size, 'shuffle=False')}")
    stratify = "stratify=rows[TARGET]" if plan.task == "classification" else ""
    return body(scope, *lines, f"return {calls(split, 'rows', size, seed, stratify)}")


def _by_model(plan: Plan, written: Callable[[EarlyStopping], str]) -> str:
    """Return what all models have in common, or else a look-up by the model."""
    values = {model.name: written(model.early_stopping) for model in plan.models if model.early_stopping}
    if len(set(values.values())) == 1:
        return next(iter(values.values()))
    return f"{{{', '.join(f'{name!r}: {value}' for name, value in values.items())}}}[model]"


def seed_source(plan: Plan, seed: Value) -> str:
    """Return a seed: the tournament's own by its name."""
    return source(by_name(plan.seed)) if seed == plan.seed else source(seed)


def _arguments(plan: Plan, named: Named) -> str:
    return ", ".join(
        f"{name}={seed_source(plan, value) if name == 'random_state' else source(value)}" for name, value in named
    )
