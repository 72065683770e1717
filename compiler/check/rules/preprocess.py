"""What columns pass through before they come to a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT, EMPTY_VALUES, UNKNOWN_FUNCTION, UNKNOWN_SETTING
from ...diagnostics.diagnostic import Diagnostic, Related
from ...syntax.tree import Call, Path, Preprocess, Route
from ..accept import read
from ..columns import COLUMN
from ..findings import twice, unknown
from ..signature import check_call
from .declarations import head

if TYPE_CHECKING:
    from ...source import Span
    from ..findings import Report
    from ..outline import Outline

ROLES = ("numeric", "categorical")


def preprocess(outline: Outline, report: Report) -> None:
    """Check that every route has columns of its own, and transformers that exist."""
    for entrant in outline.entrants:
        first_block, *others = entrant.parts(Preprocess) or (None,)
        for other in others:
            if first_block and other:
                report(twice(head(other), "`preprocess`", head(first_block)))
    for declared in (*outline.all(Preprocess), *(one for each in outline.entrants for one in each.parts(Preprocess))):
        first: dict[str, Span] = {}
        for route in declared.routes:
            if isinstance(route, Route):
                _check_columns(route, first, outline, report)
                for step in route.steps:
                    _check_step(step, outline, report)


def _check_columns(route: Route, first: dict[str, Span], outline: Outline, report: Report) -> None:
    columns = route.columns
    if isinstance(columns, Path):
        if columns.text not in ROLES:
            message = f"`{columns.text}` is no role of columns"
            report(unknown(UNKNOWN_SETTING, columns.span, message, columns.text, ROLES, "a list, or a role"))
            return
        _check_first(f"`{columns.text}`", columns.text, columns.span, first, report)
        return
    if not columns.items:
        report(Diagnostic(EMPTY_VALUES, columns.span, "this route has no columns", "expected a column"))
    for item in columns.items:
        column = read(COLUMN, item, outline.evaluator)
        if isinstance(column, str):
            _check_first(f"the column `{column}`", f"[{column}]", item.span, first, report)


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
        report(unknown(UNKNOWN_FUNCTION, function.span, message, function.text, known, "an unknown transformer"))
    elif found or outline.evaluator.is_python(function):
        call = step if isinstance(step, Call) else Call(step.span, step, ())
        check_call(outline.evaluator, call, found[0] if found else function.text)
