"""How the training rows are split into folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.splitters import STRATIFIED
from ...diagnostics.codes import CONFLICT, STRATIFIED_REGRESSION, UNKNOWN_FUNCTION
from ...diagnostics.diagnostic import Diagnostic, Fix, Related
from ...diagnostics.findings import unknown
from ...meaning.columns import COLUMN, mentions
from ...meaning.read import read
from ...meaning.samples import sample
from ...meaning.splits import splitter_of
from ...syntax.tree import DataDeclaration, FoldsDeclaration
from ..signature import Site, check

if TYPE_CHECKING:
    from ...catalog.entry import Entry
    from ...diagnostics.findings import Report
    from ...meaning.arguments import Written
    from ...meaning.outline import Outline
    from ...syntax.tree import CallArgument, Path

SHARES = ("test_size", "train_size")


def folds(outline: Outline, report: Report) -> None:
    """Check that the splitter exists, fits the task, and is called with valid arguments."""
    for declared in outline.all(FoldsDeclaration):
        name, arguments = splitter_of(declared)
        entry = outline.catalog.entry("splitter", name.text)
        if entry is None:
            known = outline.catalog.names("splitter")
            report(unknown(UNKNOWN_FUNCTION, name.span, f"there is no splitter `{name.text}`", name.text, known))
        else:
            _check_arguments(entry, name, arguments, outline, report)
            if outline.task and outline.task not in entry.tasks:
                plain = STRATIFIED[name.text]
                message = f"a {outline.task} has no classes to stratify by"
                fix = Fix("split without stratification", name.span, plain)
                report(Diagnostic(STRATIFIED_REGRESSION, name.span, message, f"expected `{plain}`", fix=fix))


def _check_arguments(
    entry: Entry, name: Path, arguments: tuple[CallArgument, ...], outline: Outline, report: Report
) -> None:
    bound = check(entry, arguments, Site(f"`{name.text}`", name.span), outline.evaluator, report, ("shuffle",))
    shuffles = outline.evaluator.value(bound["shuffle"].value) if "shuffle" in bound else False
    if "seed" in bound and "shuffle" in entry.arguments and shuffles is False:
        message = f"the seed has no effect, because this `{name.text}` does not shuffle"
        help_ = "add `shuffle = true`, or remove the seed"
        report(Diagnostic(CONFLICT, bound["seed"].span, message, "without effect", help_))
    if entry.arguments.keys() >= set(SHARES):
        _check_shares(bound, outline, report)
    if "column" in bound:
        _check_column(bound["column"], outline, report)


def _check_shares(bound: dict[str, Written], outline: Outline, report: Report) -> None:
    """Check that the two parts of a split do not add up to more than all rows."""
    given = [sample(outline.evaluator.value(bound[name].value)) for name in SHARES if name in bound]
    shares = [share for share in given if isinstance(share, float)]
    if len(shares) == len(SHARES) and sum(shares) > 1:
        message = "`test_size` and `train_size` add up to more than all rows"
        span = bound["train_size"].value.span
        report(Diagnostic(CONFLICT, span, message, f"expected at most {1 - shares[0]:g}"))


def _check_column(written: Written, outline: Outline, report: Report) -> None:
    """Check that the column that numbers the folds has no other role that excludes it."""
    column, data = read(COLUMN, written.value, outline.evaluator), outline.one(DataDeclaration)
    roles = ("target", "numeric", "categorical", "drop")
    for mention in mentions(data, outline) if data else ():
        if mention.column == column and mention.role in roles:
            message = f"the column `{column}` holds the numbers of the folds, so it cannot be in `{mention.role}`"
            related = (Related(mention.span, "it already has a role"),)
            report(Diagnostic(CONFLICT, written.value.span, message, "remove one of the two", related=related))
