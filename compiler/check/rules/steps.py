"""The steps of models: tunable transformers between the preprocessing and the estimator."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

from ...diagnostics.codes import RESERVED_NAME, UNKNOWN_FUNCTION
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.findings import twice, unknown
from ...meaning.arguments import bindings_in
from ...meaning.outline import transformer_of
from ...syntax.tree import StepDeclaration
from ..places import part
from .bindings import check_bindings

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant
    from ...source import Span

RESERVED = frozenset(("columns", "fit", "memory", "model", "steps", "transform_input", "verbose"))
"""Names that are taken by scikit-learn's pipelines, the flow, or the settings of `fit`."""


def steps(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    """Check that every step has a unique name, and a transformer with valid arguments."""
    _check_names(entrant, report)
    for step in entrant.parts(StepDeclaration):
        _check_transformer(step, evaluator, report)


def _check_names(entrant: Entrant, report: Report) -> None:
    first: dict[str, Span] = {}
    for step in entrant.parts(StepDeclaration):
        name, span = step.name.text, step.name.span
        if name in RESERVED or "__" in name or keyword.iskeyword(name):
            message = f"a step cannot be called `{name}`"
            label = "double underscores are not allowed" if "__" in name else "choose another name"
            report(Diagnostic(RESERVED_NAME, span, message, label))
        elif first.setdefault(name, span) != span:
            report(twice(span, f"the step `{name}`", first[name]))


def _check_transformer(step: StepDeclaration, evaluator: Evaluator, report: Report) -> None:
    written, entry = step.transformer, transformer_of(step, evaluator.catalog)
    if entry:
        if evaluator.is_python(written):
            place = part(f"`{entry.name}`", written.span, step.entries)
            check_bindings(entry, bindings_in(step.entries), place, evaluator, report)
        return
    known = [path.rpartition(".")[2] for path in evaluator.catalog.names("transformer")]
    message = f"the catalog has no transformer `{written.text}`"
    report(unknown(UNKNOWN_FUNCTION, written.span, message, written.parts[-1], known, "unknown transformer"))
