"""Detect dates that are written as text, and their format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ..templates.library.dates import CLOCKS, DAYS  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

SHAPE = re.compile(
    r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}.*"  # 2012/01/01, 17-08-1984
    r"|[0-9]{4}-[0-9]{2}"
    r"|[0-9]{1,2}[- ]?[A-Za-z]{3,9}[-, ]*[0-9]{2,4}.*"  # 17-Aug-1984
    r"|[A-Za-z]{3,9}[- ][0-9]{1,2},?[- ][0-9]{4}.*"  # August 17, 1984
)
COMPACT = "%Y%m%d"
EARLIEST, LATEST = 1800_01_01, 2199_12_31
MOST = 2_000


class Dates(NamedTuple):
    """The formats that all values of a column are in; more than one is in doubt. None is a standard one, ISO 8601."""

    formats: tuple[str | None, ...]

    @property
    def need_a_format(self) -> bool:
        """Whether the specification has to say the format: there are two, or the dates are numbers."""
        return len(self.formats) > 1 or self.formats[0] == COMPACT


def format_for(several: Iterable[Dates]) -> str | None:
    """Return the format to be said of these columns of dates, which have one in common, or None if none is needed."""
    columns = list(several)
    if not any(dates.need_a_format for dates in columns):
        return None
    return next((form for form in columns[0].formats if all(form in dates.formats for dates in columns)), None)


def dates_in(values: pd.Series[Any]) -> Dates | None:
    """Return how the dates in a column are written, or None if these are not all dates."""
    import pandas as pd

    if pd.api.types.is_integer_dtype(values):
        return _compact(values)
    given = values.dropna().head(MOST)
    if not len(given) or not all(isinstance(value, str) and SHAPE.fullmatch(value.strip()) for value in given):
        return None
    texts = given.str.strip()
    if pd.to_datetime(texts, format="ISO8601", errors="coerce", utc=True).notna().all():
        return Dates((None,))
    fitting = [
        day + time for day in DAYS for time in CLOCKS if _fits(texts.head(3), day + time) and _fits(texts, day + time)
    ]
    return Dates(tuple(fitting)) if fitting else None


def _compact(values: pd.Series[Any]) -> Dates | None:
    """Return how dates are written that are numbers, such as 20200131."""
    within = values.notna().all() and values.between(EARLIEST, LATEST).all()
    return Dates((COMPACT,)) if within and _fits(values.astype(str), COMPACT) else None


def _fits(texts: pd.Series[str], form: str) -> bool:
    import pandas as pd

    return bool(pd.to_datetime(texts, format=form, errors="coerce").notna().all())
