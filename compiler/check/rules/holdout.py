"""Which rows are held out for the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.splitters import HOLDOUTS
from ...diagnostics.codes import STRATIFIED_REGRESSION, UNKNOWN_FUNCTION
from ...diagnostics.diagnostic import Diagnostic, Fix
from ...diagnostics.findings import unknown
from ...meaning.splits import is_none, split_of
from ...syntax.tree import Path, TestDeclaration
from ..accept import Subject, check_value
from ..signature import Site, check

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...syntax.tree import CallArgument


def holdout(outline: Outline, report: Report) -> None:
    """Check that the kind of test exists and that its size is valid."""
    for test in outline.all(TestDeclaration):
        name, arguments = split_of(test, outline)
        if name is not None:
            _check_named(name, arguments, outline, report)
        elif not is_none(test.split):
            random = outline.catalog.entry("test", "random")
            assert random  # noqa: S101 - a split of the language's own
            check_value(Subject(random.arguments["size"], "the test"), test.split, outline.evaluator, report)


def _check_named(name: Path, arguments: tuple[CallArgument, ...], outline: Outline, report: Report) -> None:
    entry = outline.catalog.entry("test", name.text)
    if entry is None:
        report(unknown(UNKNOWN_FUNCTION, name.span, f"there is no test `{name.text}`", name.text, HOLDOUTS))
    else:
        check(entry, arguments, Site(f"`{name.text}`", name.span), outline.evaluator, report)
        if name.text == "stratified" and outline.task in ("regression", "multilabel"):
            message = f"a {outline.task} has no classes to stratify by"
            fix = Fix("hold out rows at random", name.span, "random")
            report(Diagnostic(STRATIFIED_REGRESSION, name.span, message, "expected `random`", fix=fix))
