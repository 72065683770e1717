"""Columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

DAYS = (
    *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d"),
    *("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y", "%d/%m/%y", "%d-%m-%y", "%d.%m.%y"),
    *("%m/%d/%Y", "%m-%d-%Y", "%m/%d/%y", "%m-%d-%y"),
    *("%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %B %Y", "%d%b%Y"),
    *("%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%b-%d-%Y", "%Y-%m"),
)
CLOCKS = ("", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", " %I:%M %p", " %I:%M:%S %p", "T%H:%M:%S")


def format_of(column: pd.Series, where: str, form: str | None = None) -> str:
    """Return the one format that all dates of a column are in; numbers need none."""
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(column):
        return "ISO8601"
    if form is None and pd.api.types.is_numeric_dtype(column):
        return "number"
    texts = texts_in(column)
    forms = [form] if form else formats_of(texts)
    first, *others = [dates_of(column, where, one) for one in forms]
    if others and (differ := (first != others[0]) & column.notna()).any():
        text, days = texts[differ].iloc[0], [one[differ].iloc[0] for one in (first, *others)]
        read = " and ".join(f"{day:%Y-%m-%d} by {forms[i]}" for i, day in enumerate(days))
        message = f"{where}: in {column.name!r}, {text!r} is {read}: say which, as `date_format`"
        raise ValueError(message)
    return forms[0]


def dates_of(column: pd.Series, where: str, form: str) -> pd.Series:
    """Read dates in a format, in UTC."""
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(column) and not isinstance(column.dtype, pd.ArrowDtype):
        return pd.to_datetime(column, utc=True).dt.tz_localize(None)
    texts = texts_in(column)
    dates = pd.to_datetime(texts, format=form, errors="coerce", utc=True)
    if dates.isna().any():
        row, text = dates.index[dates.isna()][0], texts[dates.isna()].iloc[0]
        wrong = f"{text!r} in row {row} is not a date in the format {form}"
        message = f"{where}: in {column.name!r}, {wrong}"
        raise ValueError(message)
    return dates.dt.tz_localize(None).reindex(column.index)


def texts_in(column: pd.Series) -> pd.Series:
    """Return the dates of a column as they are written; a period is the time at which it starts."""
    starts = column.astype(object).map(lambda value: getattr(value, "start_time", value))
    return starts.dropna().astype(str).str.strip()


def formats_of(texts: pd.Series) -> list[str]:
    """Return the formats that all dates are in; if there is none, the one of the first of them."""
    import pandas as pd

    def fits(some: pd.Series, form: str) -> bool:
        """Tell whether all dates are in a format."""
        return bool(pd.to_datetime(some, format=form, errors="coerce", utc=True).notna().all())

    if fits(texts, "ISO8601"):
        return ["ISO8601"]
    forms = [day + clock for day in DAYS for clock in CLOCKS if fits(texts.head(1), day + clock)]
    return [form for form in forms if fits(texts, form)] or forms[:1] or ["ISO8601"]
