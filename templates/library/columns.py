"""Columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .spec import APART, TARGET

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def with_names(data: pd.DataFrame, where: str, needed: Iterable[str]) -> pd.DataFrame:
    """Return a table whose columns have texts as names; stop if one is not there, or is twice."""
    from collections import Counter
    from difflib import get_close_matches

    names = [str(name) for name in data.columns]
    problems = [f"{n} columns called {name!r}" for name, n in Counter(names).items() if n > 1]
    for column in needed:
        if column not in names:
            near = map(repr, get_close_matches(column, names, n=1, cutoff=0.5))
            problems.append(", the nearest name is ".join([f"no column {column!r}", *near]))
    if problems:
        message = f"{where}: {'; '.join(problems)}"
        raise ValueError(message)
    return data.set_axis(names, axis=1).reset_index(drop=True)


def check_values(data: pd.DataFrame, where: str, least: Any = None) -> None:
    """Stop if a required value is missing or too small, or if all targets are equal."""
    targets = [TARGET] if isinstance(TARGET, str) else TARGET
    has_features = bool({*data.columns} - {*APART})
    problems = ["no rows"] if data.empty else [] if has_features else ["no column to learn from"]
    for name in APART if len(data) else ():
        column = data[name]
        bad = column.isna()
        if least and name in least:
            bad |= column < least[name]
        if bad.any():
            found = f"in {bad.sum()} of {len(bad)} rows, the first is row {bad.argmax()}"
            advice = " (`missing_target = drop` leaves them out)" if name in targets else ""
            problems.append(f"no usable {name!r} {found}{advice}")
        elif name in targets and column.nunique() < 2:
            problems.append(f"nothing but {str(column.iloc[0])!r} in {name!r}")
    if problems:
        message = f"{where}: {'; '.join(problems)}"
        raise ValueError(message)


def left_out(data: pd.DataFrame, schema: dict[str, str]) -> dict[str, str]:
    """Say which columns are not in the schema."""
    names = ", ".join(name for name in data.columns if name not in schema)
    return {"columns left out, for all their values are equal": names} if names else {}
