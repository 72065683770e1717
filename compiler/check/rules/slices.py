"""The columns by whose values the winner is scored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT, UNKNOWN_NAME
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.findings import twice, unknown
from ...meaning.columns import mentions, sliced
from ...meaning.predicted import target_names
from ...meaning.splits import splits
from ...syntax.tree import DataDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.columns import Mention
    from ...meaning.outline import Outline
    from ...source import Span

MOCKED = re.compile(r"num_\d+|cat")


def slices(outline: Outline, report: Report) -> None:
    """Check that there are rows to score, and that each column exists and is given once."""
    first = dict[str, "Span"]()
    for mention in sliced(outline):
        name, span = mention.column, mention.span
        if splits(outline)[1].name == "none":
            message = "`slices` needs held-out rows, and `test` is `none`"
            report(Diagnostic(CONFLICT, span, message, "remove it, or hold out rows for a test"))
        elif first.setdefault(name, span) != span:
            report(twice(span, f"`{name}`", first[name]))
        elif not _refuse(mention, outline, report):
            _check_exists(mention, outline, report)


def _refuse(mention: Mention, outline: Outline, report: Report) -> bool:
    """Refuse a column whose role forbids it."""
    name, data = mention.column, outline.one(DataDeclaration)
    if name in (target_names(outline) or ()):
        message = f"the target `{name}` cannot be a slice: it is what the scores are about"
        report(Diagnostic(CONFLICT, mention.span, message, "expected another column"))
        return True
    if data and any(one.role == "drop" and one.column == name for one in mentions(data, outline)):
        message = f"the column `{name}` is left out by `drop`, so no row has it"
        report(Diagnostic(CONFLICT, mention.span, message, "remove one of the two"))
        return True
    return False


def _check_exists(mention: Mention, outline: Outline, report: Report) -> None:
    """Check that a bundled data set or a mock has the column; `check/header.py` looks into files."""
    name, known = mention.column, tuple[str, ...]()
    if outline.dataset:
        known, where = (*outline.dataset.features, *outline.dataset.targets), outline.dataset.name
    elif outline.source and outline.source.block.kind == "mock" and not MOCKED.fullmatch(name):
        known, where = ("num_0", "cat"), outline.source.block.path
    if known and name not in known:
        report(unknown(UNKNOWN_NAME, mention.span, f"`{where}` has no column `{name}`", name, known))
