"""How rows are split: scikit-learn's splitters under the language's names, and the ways to hold out a test."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any

from sklearn import model_selection  # type: ignore[import-untyped]

from ..entry import Boolean, Column, Entry, Number
from ..shorthand import ALL_TASKS, COUNT, FRACTION, NONE, SEED, entry, optional, required
from ..splitters import SPLITTERS, STRATIFIED
from .docs import parameters, summary
from .signatures import argument

if TYPE_CHECKING:
    from ..entry import Argument, TaskName, Type

SIZE = (COUNT, FRACTION, NONE)
TYPES: dict[str, tuple[Type, ...]] = {
    "n_splits": (Number("integer", 2),),
    "n_repeats": (COUNT,),
    "shuffle": (Boolean(),),
    "test_size": SIZE,
    "train_size": SIZE,
    "max_train_size": (COUNT, NONE),
    "gap": (Number("integer", 0),),
}
SEED_ARGUMENT = optional("seed", None, "The seed of the shuffling; by default the tournament's", SEED)


def splitters() -> list[Entry]:
    """Return the splitters that `folds` accepts."""
    column = required("column", "The column that numbers each row's fold; -1 for rows that are never scored", Column())
    predefined = entry("splitter", "predefined", "Folds that are written in a column", column, tasks=ALL_TASKS)
    found = [(name, splitter) for name, splitter in SPLITTERS.items() if name != predefined.path]
    return [*(_splitter(name, getattr(model_selection, splitter.cls)) for name, splitter in found), predefined]


def _splitter(name: str, cls: Any) -> Entry:
    tasks: tuple[TaskName, ...] = ("classification",) if name in STRATIFIED else ALL_TASKS
    return entry("splitter", name, summary(cls), *_arguments(cls), tasks=tasks)


def _arguments(cls: Any) -> list[Argument]:
    descriptions = parameters(cls)
    return [
        SEED_ARGUMENT if name == "random_state" else argument(parameter, _types(cls, name), descriptions[name])
        for name, parameter in signature(cls).parameters.items()
    ]


def _types(cls: Any, name: str) -> tuple[Type, ...]:
    if name == "n_splits" and issubclass(cls, model_selection.BaseShuffleSplit):
        return (COUNT,)
    if name == "test_size" and cls is model_selection.TimeSeriesSplit:
        return (COUNT, NONE)
    return TYPES.get(name, ())


def holdouts() -> list[Entry]:
    """Return the functions that `test` accepts; `none` is not a call."""
    size = optional("size", "0.2", "The share of the rows to hold out, or their number", COUNT, FRACTION)
    groups = size._replace(description="The share of the groups to hold out, or their number")
    seed = optional("seed", None, "The seed of the draw; by default the tournament's", SEED)
    return [
        entry("test", "random", "Rows drawn at random", size, seed, tasks=ALL_TASKS),
        entry(
            "test", "stratified", "Rows drawn at random, each class in its share", size, seed, tasks=("classification",)
        ),
        entry("test", "grouped", "Whole groups drawn at random", groups, seed, tasks=ALL_TASKS),
        entry("test", "last", "The last rows by time", size, tasks=ALL_TASKS),
    ]
