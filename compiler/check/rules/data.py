"""Where the data come from, and what their columns are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT, EMPTY_VALUES, UNKNOWN_ARGUMENT, UNKNOWN_FUNCTION, UNKNOWN_NAME, WRONG_TYPE
from ...diagnostics.diagnostic import Diagnostic, Related
from ...syntax.tree import Data
from ..columns import Mention, mentions
from ..evaluate import is_dynamic
from ..findings import not_constant, unknown
from ..outline import source_arguments, source_name
from ..places import part
from ..predicted import COUNTS
from ..signature import Place, bindings_in, check
from ..values import Invocation

if TYPE_CHECKING:
    from ...catalog.entry import Dataset
    from ..findings import Report
    from ..outline import Outline, Source


def data(outline: Outline, report: Report) -> None:
    """Check that the source exists and has what it needs, and that every column has one role."""
    declared = outline.one(Data)
    if declared is None:
        return
    name, source = source_name(declared), outline.source
    span = declared.source.span
    if source is None:
        known = (*outline.catalog.names("mock"), *outline.catalog.names("source"))
        report(unknown(UNKNOWN_FUNCTION, span, f"there is no data source `{name}`", name, known))
    else:
        _check_source(declared, source, outline, report)
        _check_columns(declared, outline, report)


def _check_source(declared: Data, source: Source, outline: Outline, report: Report) -> None:
    name, given = source_name(declared), source_arguments(declared)
    if source.call is not None:
        bound = check(source.call, given, Place(f"`{name}`", declared.source.span), outline.evaluator)
        if name == "sklearn" and "name" in bound:
            _check_dataset(declared, outline, report)
        if name == "python" and "function" in bound:
            _check_function(declared, outline, report)
    elif given:
        message = f"`{name}` takes its arguments in a block, not in parentheses"
        help_ = f"write `data {name} {{ … }}`"
        report(Diagnostic(UNKNOWN_ARGUMENT, given[0].span, message, "not here", help_))
    block = part(f"`{name}`", declared.source.span, declared.entries)
    counted = (COUNTS[name],) if name in COUNTS else ()
    check(source.block, bindings_in(declared.entries), block, outline.evaluator, counted)


def _check_dataset(declared: Data, outline: Outline, report: Report) -> None:
    node = source_arguments(declared)[0].value
    value, known = outline.evaluator.value(node), outline.catalog.dataset_names
    if is_dynamic(value):
        report(not_constant(node.span, "the name of a data set"))
    elif isinstance(value, str) and outline.dataset is None:
        report(unknown(UNKNOWN_FUNCTION, node.span, f"scikit-learn comes with no data set `{value}`", value, known))


def _check_function(declared: Data, outline: Outline, report: Report) -> None:
    node = source_arguments(declared)[0].value
    value = outline.evaluator.value(node)
    if isinstance(value, Invocation):
        message = "`python` takes a function by its import path, and calls it itself"
        report(Diagnostic(WRONG_TYPE, node.span, message, f"expected `{value.path}`"))


# Columns


def _check_columns(declared: Data, outline: Outline, report: Report) -> None:
    mentioned = mentions(declared, outline)
    _check_targets(declared, report)
    first: dict[str, Mention] = {}
    for mention in mentioned:
        other = first.setdefault(mention.column, mention)
        if other is not mention:
            report(_in_two_roles(mention, other))
        elif outline.dataset:
            _check_exists(mention, outline.dataset, report)


def _in_two_roles(mention: Mention, other: Mention) -> Diagnostic:
    where = f"twice in `{mention.role}`" if mention.role == other.role else f"in `{other.role}` and in `{mention.role}`"
    message = f"the column `{mention.column}` stands {where}"
    related = (Related(other.span, "it has a role already"),)
    return Diagnostic(CONFLICT, mention.span, message, "remove it from one of the two", related=related)


def _check_exists(mention: Mention, dataset: Dataset, report: Report) -> None:
    columns = (*dataset.features, *dataset.targets)
    if mention.column not in columns:
        message = f"`{dataset.name}` has no column `{mention.column}`"
        report(unknown(UNKNOWN_NAME, mention.span, message, mention.column, columns))


def _check_targets(declared: Data, report: Report) -> None:
    for entry in bindings_in(declared.entries):
        if entry.name.text == "target" and entry.value[1:] == ((),):
            report(Diagnostic(EMPTY_VALUES, entry.value.span, "there is no target", "expected a column"))
