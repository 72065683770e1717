"""How the training rows are split into folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT, STRATIFIED_REGRESSION, UNKNOWN_FUNCTION
from ...diagnostics.diagnostic import Diagnostic, Fix, Related
from ...syntax.tree import Call, Data, Folds
from ..accept import read
from ..columns import COLUMN, mentions
from ..evaluate import sample
from ..findings import unknown
from ..signature import Place, check

if TYPE_CHECKING:
    from ...catalog.entry import Entry
    from ...syntax.tree import Argument, Path
    from ..findings import Report
    from ..outline import Outline
    from ..signature import Written

WITHOUT_STRATA = {
    "stratified_kfold": "kfold",
    "stratified_group_kfold": "group_kfold",
    "repeated_stratified_kfold": "repeated_kfold",
    "stratified_shuffle_split": "shuffle_split",
}
SHARES = ("test_size", "train_size")


def splitter_of(folds: Folds) -> tuple[Path, tuple[Argument, ...]]:
    """Return a splitter's name and arguments."""
    splitter = folds.splitter
    return (splitter.function, splitter.arguments) if isinstance(splitter, Call) else (splitter, ())


def folds(outline: Outline, report: Report) -> None:
    """Check that the splitter exists, suits the task, and is called as scikit-learn takes it."""
    for declared in outline.all(Folds):
        name, arguments = splitter_of(declared)
        entry = outline.catalog.entry("splitter", name.text)
        if entry is None:
            known = outline.catalog.names("splitter")
            report(unknown(UNKNOWN_FUNCTION, name.span, f"there is no splitter `{name.text}`", name.text, known))
        else:
            _check_arguments(entry, name, arguments, outline, report)
            if outline.task and outline.task not in entry.tasks:
                plain = WITHOUT_STRATA[name.text]
                message = f"a {outline.task} has no classes that could be kept in proportion"
                fix = Fix("split without strata", name.span, plain)
                report(Diagnostic(STRATIFIED_REGRESSION, name.span, message, f"expected `{plain}`", fix=fix))


def _check_arguments(
    entry: Entry, name: Path, arguments: tuple[Argument, ...], outline: Outline, report: Report
) -> None:
    bound = check(entry, arguments, Place(f"`{name.text}`", name.span), outline.evaluator, ("shuffle",))
    shuffles = outline.evaluator.value(bound["shuffle"].value) if "shuffle" in bound else False
    if "seed" in bound and "shuffle" in entry.arguments and shuffles is False:
        message = f"a seed changes nothing, for this `{name.text}` does not shuffle"
        help_ = "add `shuffle = true`, or remove the seed"
        report(Diagnostic(CONFLICT, bound["seed"].span, message, "without effect", help_))
    if entry.path in ("shuffle_split", "stratified_shuffle_split"):
        _check_shares(bound, outline, report)
    if "column" in bound:
        _check_column(bound["column"], outline, report)


def _check_shares(bound: dict[str, Written], outline: Outline, report: Report) -> None:
    """Check that the two parts of a split are not more than all rows."""
    given = [sample(outline.evaluator.value(bound[name].value)) for name in SHARES if name in bound]
    shares = [share for share in given if isinstance(share, float)]
    if len(shares) == len(SHARES) and sum(shares) > 1:
        message = "`test_size` and `train_size` are more than all rows together"
        span = bound["train_size"].value.span
        report(Diagnostic(CONFLICT, span, message, f"expected at most {1 - shares[0]:g}"))


def _check_column(written: Written, outline: Outline, report: Report) -> None:
    """Check that the column that numbers the folds has no other role that excludes it."""
    column, data = read(COLUMN, written.value, outline.evaluator), outline.one(Data)
    roles = ("target", "numeric", "categorical", "drop")
    for mention in mentions(data, outline) if data else ():
        if mention.column == column and mention.role in roles:
            message = f"the column `{column}` numbers the folds, and stands in `{mention.role}`"
            related = (Related(mention.span, "it has a role already"),)
            report(Diagnostic(CONFLICT, written.value.span, message, "remove it from one of the two", related=related))
