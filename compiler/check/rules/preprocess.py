"""The transformers of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT, EMPTY_VALUES, UNKNOWN_FUNCTION, UNKNOWN_SETTING
from ...diagnostics.diagnostic import Diagnostic, Related
from ...diagnostics.findings import twice, unknown
from ...meaning.columns import COLUMN, mentions
from ...meaning.objects import object_entry
from ...meaning.read import read
from ...syntax.tree import Call, DataDeclaration, Path, PreprocessDeclaration, RouteDeclaration
from ..signature import check_call
from .declarations import head

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.columns import Mention
    from ...meaning.outline import Outline
    from ...source import Span

ROLES = ("numeric", "categorical", "dates", "text")
LISTED = ("dates", "text")
"""Roles that only listed columns have."""


def preprocess(outline: Outline, report: Report) -> None:
    """Check that every route has columns of its own, and transformers that exist."""
    for entrant in outline.entrants:
        first_block, *others = entrant.parts(PreprocessDeclaration) or (None,)
        for other in others:
            if first_block and other:
                report(twice(head(other), "`preprocess`", head(first_block)))
    for declared in (
        *outline.all(PreprocessDeclaration),
        *(one for each in outline.entrants for one in each.parts(PreprocessDeclaration)),
    ):
        first: dict[str, Span] = {}
        for route in declared.routes:
            if isinstance(route, RouteDeclaration):
                _check_columns(route, first, outline, report)
                for step in route.steps:
                    _check_step(step, outline, report)


def _check_columns(route: RouteDeclaration, first: dict[str, Span], outline: Outline, report: Report) -> None:
    columns = route.columns
    if isinstance(columns, Path):
        if columns.text not in ROLES:
            message = f"`{columns.text}` is not a role of columns"
            report(unknown(UNKNOWN_SETTING, columns.span, message, columns.text, ROLES, "a list, or a role"))
            return
        if columns.text in LISTED and not any(one.role == columns.text for one in _mentioned(outline)):
            message = f"no column has the role `{columns.text}`"
            help_ = f"list them in the `data` block: `{columns.text} = [a, b]`"
            report(Diagnostic(CONFLICT, columns.span, message, "this route has no columns", help_))
        _check_first(f"`{columns.text}`", columns.text, columns.span, first, report)
        return
    if not columns.items:
        report(Diagnostic(EMPTY_VALUES, columns.span, "this route has no columns", "expected a column"))
    for item in columns.items:
        column = read(COLUMN, item, outline.evaluator)
        if isinstance(column, str):
            _check_first(f"the column `{column}`", f"[{column}]", item.span, first, report)


def _mentioned(outline: Outline) -> list[Mention]:
    declared = outline.one(DataDeclaration)
    return mentions(declared, outline) if declared else []


def _check_first(what: str, key: str, span: Span, first: dict[str, Span], report: Report) -> None:
    if first.setdefault(key, span) != span:
        related = (Related(first[key], "the first route is here"),)
        message = f"{what} has two routes"
        report(Diagnostic(CONFLICT, span, message, "chain the transformers in one route with `->`", related=related))


def _check_step(step: Path | Call, outline: Outline, report: Report) -> None:
    function = step.function if isinstance(step, Call) else step
    found = outline.catalog.find("transformer", function.text)
    if not found and len(function.parts) == 1:
        known = [path.rpartition(".")[2] for path in outline.catalog.names("transformer")]
        message = f"the catalog has no transformer `{function.text}`"
        report(unknown(UNKNOWN_FUNCTION, function.span, message, function.text, known, "unknown transformer"))
    elif found or outline.evaluator.is_python(function):
        call = step if isinstance(step, Call) else Call(step.span, step, ())
        entry = object_entry(outline.catalog, found[0] if found else function.text)
        check_call(call, entry, outline.evaluator, report)
