"""The source of the data and the roles of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT, EMPTY_VALUES, UNKNOWN_ARGUMENT, UNKNOWN_FUNCTION, UNKNOWN_NAME, WRONG_TYPE
from ...diagnostics.diagnostic import Diagnostic, Related
from ...diagnostics.findings import not_constant, unknown
from ...meaning.arguments import bindings_in
from ...meaning.columns import Mention, mentions
from ...meaning.outline import source_arguments, source_facts, source_name
from ...meaning.predicted import COUNTS
from ...meaning.samples import is_dynamic
from ...meaning.values import Invocation
from ...syntax.tree import DataDeclaration
from ..places import part
from ..signature import Site, check

if TYPE_CHECKING:
    from ...catalog.entry import Dataset
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline, SourceEntries


def data(outline: Outline, report: Report) -> None:
    """Check that the source exists and has what it needs, and that every column has one role."""
    declared = outline.one(DataDeclaration)
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


def _check_source(declared: DataDeclaration, source: SourceEntries, outline: Outline, report: Report) -> None:
    name, given = source_name(declared), source_arguments(declared)
    if source.call is not None:
        bound = check(source.call, given, Site(f"`{name}`", declared.source.span), outline.evaluator, report)
        facts = source_facts(declared)
        if facts and facts.takes == "dataset" and bound:
            _check_dataset(declared, outline, report)
        if facts and facts.takes == "function" and bound:
            _check_function(declared, outline, report)
    elif given:
        message = f"`{name}` takes its arguments in a block, not in parentheses"
        help_ = f"write `data {name} {{ … }}`"
        report(Diagnostic(UNKNOWN_ARGUMENT, given[0].span, message, "expected a block", help_))
    block = part(f"`{name}`", declared.source.span, declared.entries)
    counted = (COUNTS[name],) if name in COUNTS else ()
    check(source.block, bindings_in(declared.entries), block, outline.evaluator, report, counted)


def _check_dataset(declared: DataDeclaration, outline: Outline, report: Report) -> None:
    node = source_arguments(declared)[0].value
    value, known = outline.evaluator.value(node), outline.catalog.dataset_names
    if is_dynamic(value):
        report(not_constant(node.span, "the name of a data set"))
    elif isinstance(value, str) and outline.dataset is None:
        report(unknown(UNKNOWN_FUNCTION, node.span, f"scikit-learn has no bundled data set `{value}`", value, known))


def _check_function(declared: DataDeclaration, outline: Outline, report: Report) -> None:
    node = source_arguments(declared)[0].value
    value = outline.evaluator.value(node)
    if isinstance(value, Invocation):
        message = "`python` takes the import path of a function, not a call"
        report(Diagnostic(WRONG_TYPE, node.span, message, f"expected `{value.path}`"))


# Columns


def _check_columns(declared: DataDeclaration, outline: Outline, report: Report) -> None:
    mentioned = mentions(declared, outline)
    _check_targets(declared, report)
    _check_format(declared, report)
    first: dict[str, Mention] = {}
    for mention in mentioned:
        other = first.setdefault(mention.column, mention)
        if other is not mention:
            report(_in_two_roles(mention, other))
        elif outline.dataset:
            _check_exists(mention, outline.dataset, report)


def _in_two_roles(mention: Mention, other: Mention) -> Diagnostic:
    where = f"twice in `{mention.role}`" if mention.role == other.role else f"in `{other.role}` and in `{mention.role}`"
    message = f"the column `{mention.column}` is listed {where}"
    related = (Related(other.span, "it already has a role"),)
    return Diagnostic(CONFLICT, mention.span, message, "remove one of the two", related=related)


def _check_exists(mention: Mention, dataset: Dataset, report: Report) -> None:
    columns = (*dataset.features, *dataset.targets)
    if mention.column not in columns:
        message = f"`{dataset.name}` has no column `{mention.column}`"
        report(unknown(UNKNOWN_NAME, mention.span, message, mention.column, columns))


def _check_format(declared: DataDeclaration, report: Report) -> None:
    """Check that a format of dates has a column of dates."""
    entries = {entry.name.text: entry for entry in bindings_in(declared.entries)}
    if "date_format" in entries and not entries.keys() & {"time", "dates"}:
        message = "`date_format` has no column of dates: neither `time` nor `dates` is given"
        report(Diagnostic(CONFLICT, entries["date_format"].span, message, "without effect"))


def _check_targets(declared: DataDeclaration, report: Report) -> None:
    for entry in bindings_in(declared.entries):
        if entry.name.text == "target" and entry.value[1:] == ((),):
            report(Diagnostic(EMPTY_VALUES, entry.value.span, "`target` lists no column", "expected a column"))
