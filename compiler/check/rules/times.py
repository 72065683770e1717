"""Time: a split by time needs a time column, and rows with a time should be split by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import NO_TIME, OUT_OF_ORDER
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.columns import column_of
from ...meaning.splits import splits

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.columns import Mention
    from ...meaning.outline import Outline
    from ...meaning.splits import Split


def times(outline: Outline, report: Report) -> None:
    """Warn of splits by time over rows without one, and of rows with a time that are split another way."""
    time, has_group = column_of("time", outline), column_of("group", outline) is not None
    for split in splits(outline):
        if split.span and split.by == "time" and time is None:
            message = f"`{split.name}` splits by time, but `data` declares no time column; rows stay as loaded"
            help_ = "if a column holds the time, declare it in the `data` block, for example `time = date`"
            report(Diagnostic(NO_TIME, split.span, message, "no time column", help_))
        elif time and split.by not in ("time", "choice", *(["group"] if has_group else [])):
            report(_out_of_order(split, time))


def _out_of_order(split: Split, time: Mention) -> Diagnostic:
    what = "the folds train" if split.makes == "folds" else "the test is predicted by a model trained"
    message = f"{what} on rows that are later, by `{time.column}`, than the rows predicted"
    instead = "time_series_split(5)" if split.makes == "folds" else "last(20%)"
    if split.span is None:
        label = f"`{split.name}` ignores the order of time"
        return Diagnostic(OUT_OF_ORDER, time.span, message, label, f"add `{split.makes} {instead}`")
    help_ = f"`{split.makes} {instead}` predicts later rows from earlier ones"
    return Diagnostic(OUT_OF_ORDER, split.span, message, "ignores the order of time", help_)
