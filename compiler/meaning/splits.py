"""How the rows are split, by the names of the language: as declared, or by default."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..catalog.splitters import DEFAULT, DEFAULT_FOLDS, HOLDOUTS, SPLITTERS
from ..syntax.tree import Call, Constant, FoldsDeclaration, Path, TestDeclaration
from .read import values
from .samples import sample

if TYPE_CHECKING:
    from ..catalog.splitters import By, Holdout, Splitter
    from ..source import Span
    from ..syntax.tree import CallArgument, Expression
    from .outline import Outline


class Split(NamedTuple):
    """A split: what it makes, its name, and where that is written, unless it is the default."""

    makes: Literal["folds", "test"]
    name: str
    span: Span | None

    @property
    def facts(self) -> Splitter | Holdout | None:
        """What is particular to it, if there is such a way to split."""
        return SPLITTERS.get(self.name) if self.makes == "folds" else HOLDOUTS.get(self.name)

    @property
    def by(self) -> By:
        """What decides on which side a row is."""
        return self.facts.by if self.facts else "row"


def splitter_of(folds: FoldsDeclaration) -> tuple[Path, tuple[CallArgument, ...]]:
    """Return a splitter's name and arguments."""
    splitter = folds.splitter
    return (splitter.function, splitter.arguments) if isinstance(splitter, Call) else (splitter, ())


def split_of(test: TestDeclaration, outline: Outline) -> tuple[Path | None, tuple[CallArgument, ...]]:
    """Return how a test is written: by a name and its arguments, or (no name) by its size alone."""
    split = test.split
    if isinstance(split, Call):
        return split.function, split.arguments
    if isinstance(split, Path) and split.text not in outline.scope.names:
        return split, ()
    return None, ()


def is_none(split: Expression) -> bool:
    """Return whether there is to be no test."""
    return isinstance(split, Constant) and split.kind == "none"


def default_splitter(outline: Outline) -> str:
    """Return the splitter of a tournament that names none."""
    stratified = SPLITTERS[DEFAULT].stratified if outline.task == "classification" else None
    return stratified or DEFAULT


def fold_count(outline: Outline, *, by_default: bool = False) -> int | None:
    """Return how many folds there are, or None where the data decide it.

    What parameters decide is not known either, unless their defaults are taken for them.
    """
    declared = outline.one(FoldsDeclaration)
    if declared is None:
        return None if outline.may_lack("folds") else DEFAULT_FOLDS
    name, arguments = splitter_of(declared)
    entry, splitter = outline.catalog.entry("splitter", name.text), SPLITTERS.get(name.text)
    if entry is None or splitter is None or not splitter.counts:
        return None
    given = values(entry, arguments, outline.evaluator)
    usual = {name: int(entry.arguments[name].default or 1) for name in splitter.counts}
    numbers = [given.get(name, number) for name, number in usual.items()]
    known = [one for number in numbers if isinstance(one := sample(number) if by_default else number, int)]
    return prod(known) if len(known) == len(numbers) else None


def splits(outline: Outline) -> tuple[Split, Split]:
    """Return how the folds and the test are made."""
    return _folds(outline), _test(outline)


def _folds(outline: Outline) -> Split:
    declared = outline.one(FoldsDeclaration)
    if declared is None:
        return Split("folds", default_splitter(outline), None)
    name, _ = splitter_of(declared)
    return Split("folds", name.text, name.span)


def _test(outline: Outline) -> Split:
    declared = outline.one(TestDeclaration)
    if declared is None:
        return Split("test", "stratified" if outline.task == "classification" else "random", None)
    if is_none(declared.split):
        return Split("test", "none", declared.split.span)
    name, _ = split_of(declared, outline)
    return Split("test", name.text, name.span) if name else Split("test", "random", declared.split.span)
