"""Groups: a split by group needs a group column, and rows with a group should be split by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import NO_GROUP, TORN_GROUPS
from ...diagnostics.diagnostic import Diagnostic, Fix
from ...meaning.columns import column_of
from ...meaning.splits import splits

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.columns import Mention
    from ...meaning.outline import Outline
    from ...meaning.splits import Split

INSTEAD = {"folds": "group_kfold", "test": "grouped"}
"""The splits to suggest if the written one has no variant that keeps groups together."""


def groups(outline: Outline, report: Report) -> None:
    """Check that a split by group has a group column; warn of splits that separate the rows of a group."""
    group, has_time = column_of("group", outline), column_of("time", outline) is not None
    for split in splits(outline):
        if split.span and split.by == "group" and group is None and outline.source:
            message = f"`{split.name}` needs a group column, but `data` declares none"
            help_ = "declare it in the `data` block, for example `group = patient`"
            report(Diagnostic(NO_GROUP, split.span, message, "no group column", help_))
        elif group and split.by not in ("group", "choice", *(["time"] if has_time else [])):
            report(_torn(split, group))


def _torn(split: Split, group: Mention) -> Diagnostic:
    what = "the folds split" if split.makes == "folds" else "the test splits"
    message = f"{what} the groups of `{group.column}`: rows of one group can be on both sides"
    same = split.facts.grouped if split.facts else None
    instead = same or INSTEAD[split.makes]
    if split.span is None:
        written = f"{split.makes} {instead}({'20%' if split.makes == 'test' else 5})"
        label = f"`{split.name}` does not keep groups together"
        return Diagnostic(TORN_GROUPS, group.span, message, label, f"add `{written}`")
    fix = Fix("keep the groups together", split.span, same) if same and split.makes == "folds" else None
    help_ = f"`{instead}` keeps each group together"
    return Diagnostic(TORN_GROUPS, split.span, message, "ignores the groups", help_, fix)
