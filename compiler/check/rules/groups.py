"""Rows that belong together: splits by group have one, and rows with a group are split by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import NO_GROUP, TORN_GROUPS
from ...diagnostics.diagnostic import Diagnostic, Fix
from ..columns import column_of
from ..splits import BY_GROUP, BY_TIME, SETTLED, splits

if TYPE_CHECKING:
    from ..columns import Mention
    from ..findings import Report
    from ..outline import Outline
    from ..splits import Split

BY_GROUP_INSTEAD = {
    "kfold": "group_kfold",
    "stratified_kfold": "stratified_group_kfold",
    "random": "grouped",
    "stratified": "grouped",
}


def groups(outline: Outline, report: Report) -> None:
    """Check that what splits by group has one; warn of splits that tear groups apart."""
    group, has_time = column_of("group", outline), column_of("time", outline) is not None
    for split in splits(outline):
        if split.span and split.name in BY_GROUP and group is None and outline.source:
            message = f"`{split.name}` splits by groups, and no column is the group"
            help_ = "name it in the block of `data`: `group = patient`, for example"
            report(Diagnostic(NO_GROUP, split.span, message, "without a group", help_))
        elif group and split.name not in (*BY_GROUP, *SETTLED, *(BY_TIME if has_time else ())):
            report(_torn(split, group))


def _torn(split: Split, group: Mention) -> Diagnostic:
    what = "the folds tear" if split.makes == "folds" else "the test tears"
    message = f"{what} the groups of `{group.column}` apart: rows of one group stand on both sides"
    instead = BY_GROUP_INSTEAD.get(split.name, "group_kfold")
    if split.span is None:
        written = f"{split.makes} {instead}({'20%' if split.makes == 'test' else 5})"
        return Diagnostic(TORN_GROUPS, group.span, message, f"not kept together by `{split.name}`", f"add `{written}`")
    mended = split.name in ("kfold", "stratified_kfold")
    fix = Fix("keep the groups together", split.span, instead) if mended else None
    return Diagnostic(TORN_GROUPS, split.span, message, "not by group", f"`{instead}` keeps them together", fix)
