"""Guess the roles of a table's columns, by their values and names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from .dates import dates_in, format_for
from .money import is_currency

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from .dates import Dates

Role: TypeAlias = Literal[
    "numeric",
    "categorical",
    "date",
    "text",
    "identifier",
    "number",
    "constant",
    "copy",
    "infinite",
    "unclear",
    "money",
    "objects",
]
"""A `number` is that of the row; a `copy` equals another column; of an `infinite` one, some values are; `unclear` are
dates that need a format of their own; `money` are numbers that pandas takes for text; `objects` are lists and the like.
"""

NAMED_AS_ID = re.compile(
    r"(^|[_\W])(id|uuid|guid|key|index|idx|code|no|nr|num|number|rownames?|rownumber|obs|case|record)$|^unnamed|[a-z]Id$|ID$",
    re.IGNORECASE,
)
NAMED_ID = re.compile(r"(^|[_\W])(id|uuid|guid)$|[a-z]Id$|ID$", re.IGNORECASE)
NAMED_AS_AREA = re.compile(r"(^|[_\W])(zip|zip[_ ]?code|post[_ ]?code|postal[_ ]?code|plz|fips)$", re.IGNORECASE)
NAMED_AS_TIME = re.compile(
    r"(^|[_\W])(t|time|day|days|week|month|quarter|year|date|hour|minute|second|step|round|period|age)s?$",
    re.IGNORECASE,
)
MOST_WORDS_OF_A_CODE = 2.5
LONG_TEXT = 30
MOSTLY_DIFFERENT = 0.5
NEARLY_ALL_DIFFERENT = 0.9
SCALARS = (str, int, float, bool)


class Column(NamedTuple):
    """A column besides the target: what it seems to be for, whether values are missing, and how many there are."""

    name: str
    role: Role
    has_gaps: bool
    n_values: int
    dates: Dates | None = None


def column_of(values: pd.Series[Any]) -> Column:
    """Guess the role of a column."""
    name, gaps = str(values.name), bool(values.isna().any())
    if holds_objects(values):
        return Column(name, "objects", gaps, 0)
    n_values = int(values.nunique())
    if n_values <= 1:
        return Column(name, "constant", gaps, n_values)
    if has_infinite(values):
        return Column(name, "infinite", gaps, n_values)
    dates = dates_in(values) if is_text(values) or is_number(values) else None
    return Column(name, "date" if dates or _is_time(values) else _role(values, n_values), gaps, n_values, dates)


def without_copies(data: pd.DataFrame, target: str, columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns, those that equal the target or one before as copies: a file may have a column twice."""
    first = {} if holds_objects(data[target]) else {_digest(data[target]): target}
    found = []
    for column in columns:
        if column.role in ("numeric", "categorical", "date", "text"):
            same = first.setdefault(_digest(data[column.name]), column.name)
            if same != column.name and data[same].equals(data[column.name].rename(same)):
                column = column._replace(role="copy")
        found.append(column)
    return tuple(found)


def _digest(values: pd.Series[Any]) -> int:
    from pandas.util import hash_pandas_object

    return int(hash_pandas_object(values).sum())


def with_one_format(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns, dates that need a format that others do not have as unclear: a specification says one."""
    written = [column.dates for column in columns if column.dates]
    if format_for(written) or not any(dates.need_a_format for dates in written):
        return tuple(columns)
    return tuple(one._replace(role="unclear") if one.dates and one.dates.need_a_format else one for one in columns)


def holds_objects(values: pd.Series[Any]) -> bool:
    """Return whether there are lists, dictionaries, arrays or bytes in a column."""
    if values.dtype != object:
        return str(values.dtype).startswith(("list", "struct", "map"))
    from datetime import date, time, timedelta
    from decimal import Decimal

    given = values.dropna().head(1_000)
    return not all(
        isinstance(value, (*SCALARS, Decimal, date, time, timedelta)) or _is_scalar(value) for value in given
    )


def _is_scalar(value: Any) -> bool:
    """Return whether a value is a scalar of NumPy's or of pandas's."""
    from pandas.api.types import is_scalar

    return bool(is_scalar(value)) and not isinstance(value, bytes)


def is_text(values: pd.Series[Any]) -> bool:
    """Return whether a column holds texts."""
    from pandas.api.types import infer_dtype

    return infer_dtype(values, skipna=True) == "string"


def is_number(values: pd.Series[Any]) -> bool:
    """Return whether a column holds numbers, those of a database among them."""
    from pandas.api.types import infer_dtype, is_bool_dtype, is_numeric_dtype

    if is_bool_dtype(values):
        return False
    return is_numeric_dtype(values) or infer_dtype(values, skipna=True) in (
        "decimal",
        "timedelta",
        "timedelta64",
    )


def has_infinite(values: pd.Series[Any]) -> bool:
    """Return whether there are infinite numbers, which no model takes."""
    return is_number(values) and bool(values.isin([float("inf"), float("-inf")]).any())


def is_whole(values: pd.Series[Any]) -> bool:
    """Return whether all numbers are whole."""
    return bool((values.dropna() % 1 == 0).all()) if is_number(values) and values.dtype != object else False


def _is_time(values: pd.Series[Any]) -> bool:
    from pandas.api.types import infer_dtype

    return infer_dtype(values, skipna=True) in ("datetime64", "datetime", "date", "period")


def _role(values: pd.Series[Any], n_values: int) -> Role:
    name, given = str(values.name), values.dropna()
    if is_number(values):
        if not is_whole(values):
            return "numeric"
        if n_values == len(values):
            return _of_whole_numbers(values, name)
        if NAMED_AS_AREA.search(name):
            return "categorical"
        return "identifier" if NAMED_ID.search(name) and n_values > MOSTLY_DIFFERENT * len(values) else "numeric"
    if not is_text(values):
        return "categorical"
    share = n_values / len(given)
    if is_currency(given.head(1_000)):
        return "money"
    if share > MOSTLY_DIFFERENT and n_values > 20 and _is_prose(given):
        return "text"
    return "identifier" if share > NEARLY_ALL_DIFFERENT and n_values > 20 else "categorical"


def _of_whole_numbers(values: pd.Series[Any], name: str) -> Role:
    """Tell identifiers, and numbers of rows, from quantities: all are whole numbers, and all different."""
    if NAMED_AS_ID.search(name):
        return "identifier"
    first = int(values.iloc[0])
    in_order = first in (0, 1) and bool((values.diff().dropna() == 1).all())
    return "number" if in_order and not NAMED_AS_TIME.search(name) else "numeric"


def _is_prose(given: pd.Series[str]) -> bool:
    some = given.head(1_000)
    words = some.str.count(r"\s+") + 1
    return bool(words.mean() > MOST_WORDS_OF_A_CODE or some.str.len().mean() > LONG_TEXT)
