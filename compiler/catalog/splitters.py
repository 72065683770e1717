"""What is particular to each splitter, and to each way of holding out a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

By: TypeAlias = Literal["row", "group", "time", "choice"]
"""What decides on which side of a split a row is: chance, its group, its time, or the author of the specification."""


class Splitter(NamedTuple):
    """A splitter: a class of `sklearn.model_selection`.

    `draws` says when it takes a seed: always, or if its argument `shuffle` is true. `stratified` and `grouped` are the
    variants that keep classes in proportion or groups together; `counts` are the arguments whose product is the number
    of folds, empty if it depends on the data.
    """

    cls: str
    by: By = "row"
    draws: Literal["always", "shuffle"] | None = None
    stratified: str | None = None
    grouped: str | None = None
    counts: tuple[str, ...] = ("n_splits",)


class Holdout(NamedTuple):
    """A way of holding out a test, and its variant that keeps groups together."""

    by: By = "row"
    grouped: str | None = None


REPEATED = ("n_splits", "n_repeats")

SPLITTERS: Mapping[str, Splitter] = {
    "kfold": Splitter("KFold", draws="shuffle", stratified="stratified_kfold", grouped="group_kfold"),
    "stratified_kfold": Splitter("StratifiedKFold", draws="shuffle", grouped="stratified_group_kfold"),
    "group_kfold": Splitter("GroupKFold", by="group", draws="shuffle", stratified="stratified_group_kfold"),
    "stratified_group_kfold": Splitter("StratifiedGroupKFold", by="group", draws="shuffle"),
    "repeated_kfold": Splitter(
        "RepeatedKFold", draws="always", stratified="repeated_stratified_kfold", counts=REPEATED
    ),
    "repeated_stratified_kfold": Splitter("RepeatedStratifiedKFold", draws="always", counts=REPEATED),
    "shuffle_split": Splitter("ShuffleSplit", draws="always", stratified="stratified_shuffle_split"),
    "stratified_shuffle_split": Splitter("StratifiedShuffleSplit", draws="always"),
    "time_series_split": Splitter("TimeSeriesSplit", by="time"),
    "leave_one_group_out": Splitter("LeaveOneGroupOut", by="group", counts=()),
    "predefined": Splitter("PredefinedSplit", by="choice", counts=()),
}

HOLDOUTS: Mapping[str, Holdout] = {
    "random": Holdout(grouped="grouped"),
    "stratified": Holdout(grouped="grouped"),
    "grouped": Holdout(by="group"),
    "last": Holdout(by="time", grouped="grouped"),
    "none": Holdout(by="choice"),
}

STRATIFIED: Mapping[str, str] = {one.stratified: name for name, one in SPLITTERS.items() if one.stratified}
"""The stratified splitters, each with its variant that is not stratified."""

OVERLAPPING = frozenset(one.cls for one in SPLITTERS.values() if one.draws == "always")
"""The classes that may score a row in several folds: repeated or random ones."""

DEFAULT, DEFAULT_FOLDS = "kfold", 5
"""The default splitter and its number of folds; a classification uses the stratified variant."""
