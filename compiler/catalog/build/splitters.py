"""How rows are split: scikit-learn's splitters under the language's names, and the ways to hold out a test."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any

from sklearn import model_selection  # type: ignore[import-untyped]

from ..entry import Boolean, Column, Entry, Number
from ..shorthand import ALL_TASKS, COUNT, FRACTION, NONE, SEED, entry, optional, required
from .docs import parameters, summary
from .signatures import argument

if TYPE_CHECKING:
    from ..entry import Argument, TaskName, Type

CLASSES = {
    "kfold": "KFold",
    "stratified_kfold": "StratifiedKFold",
    "group_kfold": "GroupKFold",
    "stratified_group_kfold": "StratifiedGroupKFold",
    "repeated_kfold": "RepeatedKFold",
    "repeated_stratified_kfold": "RepeatedStratifiedKFold",
    "shuffle_split": "ShuffleSplit",
    "stratified_shuffle_split": "StratifiedShuffleSplit",
    "time_series_split": "TimeSeriesSplit",
    "leave_one_group_out": "LeaveOneGroupOut",
}
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
EXCEPTIONS: dict[tuple[str, str], tuple[Type, ...]] = {
    ("shuffle_split", "n_splits"): (COUNT,),
    ("stratified_shuffle_split", "n_splits"): (COUNT,),
    ("time_series_split", "test_size"): (COUNT, NONE),
}
SEED_ARGUMENT = optional("seed", None, "The seed of the shuffling; by default the tournament's", SEED)


def splitters() -> list[Entry]:
    """Return everything `folds` may name."""
    column = required("column", "The column that numbers each row's fold; -1 for rows that are never scored", Column())
    predefined = entry("splitter", "predefined", "Folds that are written in a column", column, tasks=ALL_TASKS)
    return [*(_splitter(name, getattr(model_selection, cls)) for name, cls in CLASSES.items()), predefined]


def _splitter(name: str, cls: Any) -> Entry:
    tasks: tuple[TaskName, ...] = ("classification",) if "stratified" in name else ALL_TASKS
    return entry("splitter", name, summary(cls), *_arguments(name, cls), tasks=tasks)


def _arguments(splitter: str, cls: Any) -> list[Argument]:
    descriptions = parameters(cls)
    return [
        SEED_ARGUMENT
        if name == "random_state"
        else argument(parameter, EXCEPTIONS.get((splitter, name), TYPES.get(name, ())), descriptions[name])
        for name, parameter in signature(cls).parameters.items()
    ]


def holdouts() -> list[Entry]:
    """Return everything `test` may name; `none` is no call."""
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
