"""Which rows are held out for the test."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...diagnostics.codes import STRATIFIED_REGRESSION, UNKNOWN_FUNCTION
from ...diagnostics.diagnostic import Diagnostic, Fix
from ...syntax.tree import Call, Constant, Path, Test
from ..accept import Slot, check_value
from ..findings import unknown
from ..signature import Place, check

if TYPE_CHECKING:
    from ...syntax.tree import Argument, Expression
    from ..findings import Report
    from ..outline import Outline

NAMES = ("random", "stratified", "grouped", "last", "none")


class Split(NamedTuple):
    """How the test is written: by a name and its arguments, or (no name) by its size alone."""

    name: Path | None
    arguments: tuple[Argument, ...] = ()


def split_of(test: Test, outline: Outline) -> Split:
    """Return how a test is written."""
    split = test.split
    if isinstance(split, Call):
        return Split(split.function, split.arguments)
    if isinstance(split, Path) and split.text not in outline.scope.names:
        return Split(split)
    return Split(None)


def is_none(split: Expression) -> bool:
    """Tell whether there is to be no test."""
    return isinstance(split, Constant) and split.kind == "none"


def holdout(outline: Outline, report: Report) -> None:
    """Check that the test is of a kind there is, and of a size there can be."""
    for test in outline.all(Test):
        split = split_of(test, outline)
        if split.name is not None:
            _check_named(split.name, split.arguments, outline, report)
        elif not is_none(test.split):
            random = outline.catalog.entry("test", "random")
            assert random  # noqa: S101 - a split of the language's own
            check_value(Slot(random.arguments["size"], "the test"), test.split, outline.evaluator)


def _check_named(name: Path, arguments: tuple[Argument, ...], outline: Outline, report: Report) -> None:
    entry = outline.catalog.entry("test", name.text)
    if entry is None:
        report(unknown(UNKNOWN_FUNCTION, name.span, f"there is no test `{name.text}`", name.text, NAMES))
    else:
        check(entry, arguments, Place(f"`{name.text}`", name.span), outline.evaluator)
        if name.text == "stratified" and outline.task in ("regression", "multilabel"):
            message = f"a {outline.task} has no classes that could be kept in proportion"
            fix = Fix("hold out rows at random", name.span, "random")
            report(Diagnostic(STRATIFIED_REGRESSION, name.span, message, "expected `random`", fix=fix))
