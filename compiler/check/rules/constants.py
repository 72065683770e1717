"""The values of constants and parameters, used or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import CIRCULAR, WRONG_TYPE
from ...diagnostics.diagnostic import Diagnostic, Related
from ...diagnostics.findings import listed, not_constant
from ...meaning.evaluate import UNKNOWN
from ...meaning.samples import is_dynamic
from ...meaning.show import describe
from ...syntax.tree import ParamDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline


def constants(outline: Outline, report: Report) -> None:
    """Check that no constant depends on itself, and that a parameter has a plain value by default."""
    for first, *others in outline.scope.cycles:
        message = f"`{first.name.text}` depends on itself"
        label = f"through {listed([other.name.text for other in others])}" if others else "this refers to itself"
        related = tuple(Related(other.name.span, "this is part of the cycle") for other in others)
        report(Diagnostic(CIRCULAR, first.name.span, message, label, related=related))
    for param in outline.scope.order:
        if isinstance(param, ParamDeclaration):
            _check_default(param, outline, report)


def _check_default(param: ParamDeclaration, outline: Outline, report: Report) -> None:
    value = outline.evaluator.value(param.default)
    if value is UNKNOWN or isinstance(value, int | float | str):
        return
    if is_dynamic(value):
        report(not_constant(param.default.span, f"the default of `{param.name.text}`"))
        return
    message = f"the default of a parameter is a number, a string, `true` or `false`, not {describe(value)}"
    report(Diagnostic(WRONG_TYPE, param.default.span, message, "expected a plain value"))
