"""Columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .spec import APART

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

KINDS = {
    **dict.fromkeys(("integer", "floating", "mixed-integer-float", "decimal"), "number"),
    **dict.fromkeys(("timedelta", "timedelta64"), "duration"),
    **dict.fromkeys(("datetime", "datetime64", "date", "period"), "date"),
    **dict.fromkeys(("string", "interval", "time", "mixed", "mixed-integer", "empty"), "text"),
    "boolean": "truth",
}


def schema_of(
    data: pd.DataFrame,
    where: str,
    numeric: Sequence[str] = (),
    categorical: Sequence[str] = (),
    named: Sequence[str] = (),
) -> dict[str, str]:
    """Return the kind of values in each column; a column with one value only if it is named."""
    schema, problems = {}, []
    for name, column in data.items():
        kind = kind_of(column)
        if name in numeric and kind in ("text", "truth"):
            kind = "number"
        elif name in categorical and kind == "number":
            kind = "level"
        elif kind == "date" and name in {*APART, *categorical}:
            kind = "text"
        if kind is None:
            problems.append(f"lists or the like in {name!r}: make columns of them, or drop it")
        elif kind == "date":
            problems.append(f"dates in {name!r}: name it in `dates`, `time` or `drop`")
        elif name in {*APART, *numeric, *categorical, *named} or column.nunique(dropna=False) > 1:
            schema[str(name)] = kind
    if problems:
        message = f"{where}: {'; '.join(problems)}"
        raise ValueError(message)
    return schema


def kind_of(column: pd.Series) -> str | None:
    """Return the kind of values in a column, or None if models cannot learn from it."""
    from decimal import Decimal
    from numbers import Real

    from pandas.api.types import infer_dtype

    values = plain(column)
    kind = KINDS.get(infer_dtype(values))
    if kind == "text" and values.dtype == object:
        given = values.dropna()
        if given.map(lambda value: hasattr(value, "__len__") and not isinstance(value, str)).any():
            return None
        if len(given) and given.map(lambda value: isinstance(value, Real | Decimal)).all():
            return "number"
    return kind


def to_schema(
    rows: pd.DataFrame, schema: dict[str, str], where: str, read_dates: Any = None
) -> pd.DataFrame:
    """Return the columns of a schema as scikit-learn takes them; stop if a value does not fit."""
    import pandas as pd

    columns, problems = {}, []
    for name, column in rows.items():
        kind = schema.get(str(name))
        if kind in ("number", "duration", "level"):
            made = columns[name] = numbers_of(column, kind)
            odd = made.isin([float("inf"), float("-inf")])
            odd |= made.isna() & column.notna()
            if odd.any():
                first = f"the first is {str(column[odd].iloc[0])!r} in row {odd.argmax()}"
                found = f"in {odd.sum()} of {len(odd)} rows of {name!r}"
                problems.append(f"no finite number {found}, {first}")
        elif kind in ("text", "truth"):
            columns[name] = texts_of(column, kind)
        elif kind and read_dates:
            columns[name] = read_dates(column, where, kind)
    if problems:
        message = f"{where}: {'; '.join(problems)}"
        raise ValueError(message)
    return pd.DataFrame(columns, rows.index)


def numbers_of(column: pd.Series, kind: str) -> pd.Series:
    """Read numbers, and durations in seconds; anything else is missing, or a level."""
    import pandas as pd

    values = plain(column)
    if kind == "duration" and values.dtype.kind not in "iuf":
        return pd.to_timedelta(values, errors="coerce").dt.total_seconds()
    made = pd.to_numeric(values, errors="coerce")
    whole = made.dtype.kind in "iub" and made.max() < 2**63
    made = made.astype("int64" if whole else "float64")
    odd = made.isna() & column.notna()
    return made.astype(object).where(~odd, values) if kind == "level" and odd.any() else made


def texts_of(column: pd.Series, kind: str) -> pd.Series:
    """Write values as text, whole numbers without a point; booleans are not text."""
    truths = {"True": True, "true": True, "1": True, "False": False, "false": False, "0": False}

    def text_of(value: Any) -> Any:
        """Write a value as text."""
        text = str(int(value) if isinstance(value, float) and value.is_integer() else value)
        return truths.get(text, text) if kind == "truth" else text

    if column.dtype == "str" and kind == "text":
        return column
    texts = plain(column).map(text_of, na_action="ignore")
    return texts.astype("str") if kind == "text" else texts.infer_objects()


def plain(column: pd.Series) -> pd.Series:
    """Return NumPy's numbers and booleans as they are, others as objects; gaps are None."""
    import numpy as np

    if isinstance(column.dtype, np.dtype) and column.dtype.kind in "iufb":
        return column
    return column.astype(object).where(column.notna(), None)
