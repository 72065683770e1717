"""The steps of models: tunable transformers between the preprocessing and the estimator."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

from ...diagnostics.codes import RESERVED_NAME, UNKNOWN_FUNCTION
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Step
from ..findings import twice, unknown
from ..places import part
from ..signature import bindings_in
from .bindings import check_bindings

if TYPE_CHECKING:
    from ...source import Span
    from ..findings import Report
    from ..outline import Entrant, Outline

RESERVED = frozenset(("columns", "fit", "memory", "model", "steps", "transform_input", "verbose"))
"""Names that scikit-learn's pipelines, the flow's own step, or the settings of `fit` have already."""


def steps(entrant: Entrant, outline: Outline, report: Report) -> None:
    """Check that every step has a name of its own, and a transformer with arguments that it takes."""
    _check_names(entrant, report)
    for step in entrant.parts(Step):
        _check_transformer(step, outline, report)


def _check_names(entrant: Entrant, report: Report) -> None:
    first: dict[str, Span] = {}
    for step in entrant.parts(Step):
        name, span = step.name.text, step.name.span
        if name in RESERVED or "__" in name or keyword.iskeyword(name):
            message = f"a step cannot be called `{name}`"
            label = "no double underscore" if "__" in name else "choose another name"
            report(Diagnostic(RESERVED_NAME, span, message, label))
        elif first.setdefault(name, span) != span:
            report(twice(span, f"the step `{name}`", first[name]))


def _check_transformer(step: Step, outline: Outline, report: Report) -> None:
    written, entry = step.transformer, outline.transformer(step)
    if entry:
        if outline.evaluator.is_python(written):
            place = part(f"`{entry.name}`", written.span, step.entries)
            check_bindings(entry, bindings_in(step.entries), place, outline.evaluator)
        return
    known = [path.rpartition(".")[2] for path in outline.catalog.names("transformer")]
    message = f"the catalog has no transformer `{written.text}`"
    report(unknown(UNKNOWN_FUNCTION, written.span, message, written.parts[-1], known, "an unknown transformer"))
