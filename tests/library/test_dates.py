import datetime as dt
from typing import Any

import pandas as pd
import pytest

from mfc.templates.library.dates import dates_of, format_of

MORNING = "2020-01-02 10:00:00.25"


def read(*values: Any, form: str | None = None) -> list[Any]:
    column = pd.Series(values, name="sold")
    found: list[Any] = dates_of(column, "x.csv", format_of(column, "x.csv", form)).tolist()
    return found


def days(*written: str) -> list[pd.Timestamp]:
    return [pd.Timestamp(one) for one in written]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("03/01/2020", "25/01/2020"), ("2020-01-03", "2020-01-25")),
        (("03/01/2020", "01/25/2020"), ("2020-03-01", "2020-01-25")),
        (("01/01/2020", "02/02/2020"), ("2020-01-01", "2020-02-02")),
        (("17-Aug-1984", "1-Sep-1984"), ("1984-08-17", "1984-09-01")),
        (("25/01/20 10:30 PM",), ("2020-01-25 22:30",)),
        (("2020-01-02", "2020-01-02 10:00:00.25", "2020-01-01T00:00:00Z"), ("2020-01-02", MORNING, "2020-01-01")),
        (("2021-03-28T01:00:00+01:00", "2021-03-28T03:00:00+02:00"), ("2021-03-28", "2021-03-28 01:00")),
        ((dt.date(2020, 1, 2),), ("2020-01-02",)),
        ((pd.Period("2020Q2"),), ("2020-04-01",)),
        ((dt.date(2020, 1, 2), pd.Timestamp("2020-01-02", tz="Europe/Berlin")), ("2020-01-02", "2020-01-01 23:00")),
        ((pd.Timestamp("2020-01-02", tz="Europe/Berlin"),), ("2020-01-01 23:00",)),
    ],
)
def test_the_one_format_that_fits_all_values_is_taken(values: tuple[Any, ...], expected: tuple[str, ...]) -> None:
    assert read(*values) == days(*expected)


def test_gaps_stay_gaps() -> None:
    assert read("25/01/2020", None) == [pd.Timestamp("2020-01-25"), pd.NaT]
    assert dates_of(pd.Series([None, None], dtype=object), "x", "ISO8601").isna().all()


def test_two_readings_are_shown_and_a_format_says_which() -> None:
    with pytest.raises(ValueError, match="say which") as stopped:
        read("02/02/2020", "03/01/2020")
    assert str(stopped.value) == (
        "x.csv: in 'sold', '03/01/2020' is 2020-01-03 by %d/%m/%Y and 2020-03-01 by %m/%d/%Y: "
        "say which, as `date_format`"
    )
    assert read("02/02/2020", "03/01/2020", form="%d/%m/%Y") == days("2020-02-02", "2020-01-03")


@pytest.mark.parametrize(
    ("values", "form", "found"),
    [
        (("31/01/2020", "02/13/2020"), None, "'02/13/2020' in row 1 is not a date in the format %d/%m/%Y"),
        (("?", "2020-01-01"), None, "'?' in row 0 is not a date in the format ISO8601"),
        (("25/01/2020", "2020-01-01"), "%d/%m/%Y", "'2020-01-01' in row 1 is not a date in the format %d/%m/%Y"),
    ],
)
def test_what_is_no_date_like_the_others_is_named(values: tuple[str, ...], form: str | None, found: str) -> None:
    with pytest.raises(ValueError, match="not a date") as stopped:
        read(*values, form=form)
    assert str(stopped.value) == f"x.csv: in 'sold', {found}"


def test_numbers_are_times_as_they_are_unless_a_format_says_more() -> None:
    assert format_of(pd.Series([3, 1]), "x") == "number"
    assert read(2021, 2020, form="%Y") == days("2021-01-01", "2020-01-01")
