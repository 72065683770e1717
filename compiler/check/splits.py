"""How the rows are split, by the names of the language: as declared, or by default."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..syntax.tree import Folds, Test
from .rules.folds import splitter_of
from .rules.holdout import is_none, split_of

if TYPE_CHECKING:
    from ..source import Span
    from .outline import Outline

BY_GROUP = ("group_kfold", "stratified_group_kfold", "leave_one_group_out", "grouped")
BY_TIME = ("time_series_split", "last")
SETTLED = ("predefined", "none")
"""Splits that somebody has thought about already, or that there are none of."""


class Split(NamedTuple):
    """A split: what it makes, its name, and where that is written, unless it is the default."""

    makes: str
    name: str
    span: Span | None


def splits(outline: Outline) -> tuple[Split, Split]:
    """Return how the folds and the test are made."""
    return _folds(outline), _test(outline)


def _folds(outline: Outline) -> Split:
    declared = outline.one(Folds)
    if declared is None:
        return Split("folds", "stratified_kfold" if outline.task == "classification" else "kfold", None)
    name, _ = splitter_of(declared)
    return Split("folds", name.text, name.span)


def _test(outline: Outline) -> Split:
    declared = outline.one(Test)
    if declared is None:
        return Split("test", "stratified" if outline.task == "classification" else "random", None)
    if is_none(declared.split):
        return Split("test", "none", declared.split.span)
    name = split_of(declared, outline).name
    return Split("test", name.text, name.span) if name else Split("test", "random", declared.split.span)
