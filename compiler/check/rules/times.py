"""Rows in the order of time: splits by time know it, and rows with a time are split by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import NO_TIME, OUT_OF_ORDER
from ...diagnostics.diagnostic import Diagnostic
from ..columns import column_of
from ..splits import BY_GROUP, BY_TIME, SETTLED, splits

if TYPE_CHECKING:
    from ..columns import Mention
    from ..findings import Report
    from ..outline import Outline
    from ..splits import Split


def times(outline: Outline, report: Report) -> None:
    """Warn of splits by time over rows without one, and of rows with a time that are split another way."""
    time, has_group = column_of("time", outline), column_of("group", outline) is not None
    for split in splits(outline):
        if split.span and split.name in BY_TIME and time is None:
            message = f"`{split.name}` splits by time, and no column is the time: the rows are taken as they come"
            help_ = "name it in the block of `data`, where it is a column: `time = date`, for example"
            report(Diagnostic(NO_TIME, split.span, message, "without a time", help_))
        elif time and split.name not in (*BY_TIME, *SETTLED, *(BY_GROUP if has_group else ())):
            report(_out_of_order(split, time))


def _out_of_order(split: Split, time: Mention) -> Diagnostic:
    what = "the folds train" if split.makes == "folds" else "the test is predicted by a model trained"
    message = f"{what} on rows that are later by `{time.column}` than those that are predicted"
    instead = "time_series_split(5)" if split.makes == "folds" else "last(20%)"
    if split.span is None:
        return Diagnostic(
            OUT_OF_ORDER, time.span, message, f"not kept by `{split.name}`", f"add `{split.makes} {instead}`"
        )
    help_ = f"`{split.makes} {instead}` predicts the future from the past"
    return Diagnostic(OUT_OF_ORDER, split.span, message, "not by time", help_)
