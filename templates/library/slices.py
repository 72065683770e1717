"""Report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .natural import natural
from .report import digits
from .scores import score
from .sections import or_reason
from .spec import SCORES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd


def slice_sections(model: Any, rows: pd.DataFrame, slices: list[str]) -> dict[str, Any]:
    """Return a section for each of these columns, if there is a model that was tested."""
    titles = {f"Held-out rows by {name}": name for name in slices if model is not None}
    return {title: slice_section(model, rows, name) for title, name in titles.items()}


@or_reason
def slice_section(model: Any, rows: pd.DataFrame, name: str) -> tuple[Any, ...]:
    """List the scores for each value of a column, of at most 20; many numbers are in quarters."""
    import pandas as pd

    values = rows[name]
    if many := values.dtype.kind in "iufM" and values.nunique() > 20:
        values = pd.qcut(values, 4, duplicates="drop")
    counts: Any = values.value_counts(sort=not many, dropna=False)
    table = [[*scored_slice(model, rows, values, value)] for value in counts.index[:20]]
    said = f"These are the 20 most frequent of {len(counts):,} values."
    headers = [name, "rows", *SCORES.values()]
    return pd.DataFrame(table, columns=headers), *[said] * (len(counts) > 20)


def scored_slice(model: Any, rows: pd.DataFrame, values: Any, value: Any) -> Iterator[Any]:
    """Return a value, the number of rows that have it, and the scores on these."""
    import pandas as pd

    part = rows[values.isna() if pd.isna(value) else values == value]
    yield from ("missing" if pd.isna(value) else str(value), len(part))
    yield from (digits(one).replace("nan", "-") for one in natural(score(model, part)).values())
