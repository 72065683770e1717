"""Columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def check_width(data: pd.DataFrame, where: str) -> None:
    """Stop if a file's rows are longer than its header, unless the first values name the rows.

    Pandas makes an index of them, and every column has the values of the next one if the rows
    only end in a separator.
    """
    import pandas as pd

    index = data.index
    names_rows = index.nlevels == 1 and index.is_unique and not data.iloc[:, -1].isna().all()
    if not index.equals(pd.RangeIndex(len(index))) and not names_rows:
        message = f"{where}: rows have more values than the header has names"
        raise ValueError(message)
