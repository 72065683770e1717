from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mfc.starter.roles import column_of, holds_objects, is_number, is_whole, with_one_format, without_copies

N = 60


def role(values: Any, name: str = "x") -> str:
    return column_of(pd.Series(values, name=name)).role


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([i / 7 for i in range(N)], "numeric"),
        ([5 + i % 9 for i in range(N)], "numeric"),
        ([True, False] * 30, "categorical"),
        (["a", "b", None] * 20, "categorical"),
        (["same"] * N, "constant"),
        ([None] * N, "constant"),
        ([f"AB-{i:04}" for i in range(N)], "identifier"),
        ([f"Tale {i} of the night" for i in range(N)], "text"),
        (["a short", "another one"] * 30, "categorical"),
        ([f"$1,{i:03}" for i in range(N)], "money"),
        ([f"{i % 28 + 1:02}-05-2012" for i in range(N)], "date"),
        ([date(2020, 1, 1) + timedelta(i) for i in range(N)], "date"),
        (pd.date_range("2020-01-01", periods=N), "date"),
        (pd.period_range("2020-01", periods=N, freq="M"), "date"),
        ([Decimal(i) / 3 for i in range(N)], "numeric"),
        (pd.to_timedelta(range(N), unit="h"), "numeric"),
        (pd.array([1, None, 3] * 20, dtype="Int64"), "numeric"),
        (pd.array([True, None, False] * 20, dtype="boolean"), "categorical"),
        ([1.5, float("inf"), None] * 20, "infinite"),
        ([[1, 2]] * N, "objects"),
        ([{"a": 1}] * N, "objects"),
        ([np.array([1, 2])] * N, "objects"),
        ([b"x", b"y"] * 30, "objects"),
        (list(range(N)), "number"),
        (list(range(1, N + 1)), "number"),
        (list(range(100, N + 100)), "numeric"),
    ],
)
def test_by_the_values(values: Any, expected: str) -> None:
    assert role(values) == expected


@pytest.mark.parametrize(
    "name", ["id", "house_id", "ID", "customerId", "rownames", "Unnamed: 0", "order no", "zip code"]
)
def test_numbers_that_are_identifiers_by_their_names(name: str) -> None:
    assert role(list(range(1000, 1000 + N)), name) == "identifier"
    assert role([i / 7 for i in range(N)], name) == "numeric"


def test_an_identifier_may_be_there_twice() -> None:
    twice = [1000 + i - i // 9 for i in range(N)]
    assert role(twice, "ID") == "identifier"
    assert role(twice, "weight") == "numeric"
    assert role([1000 + i // 4 for i in range(N)], "ID") == "numeric"


@pytest.mark.parametrize("name", ["zip", "zip_code", "Postcode", "home plz", "fips"])
def test_codes_of_areas_are_levels(name: str) -> None:
    codes = [10115, 20095, 80331] * 20
    assert role(codes, name) == "categorical"
    assert role(codes, "price") == "numeric"


def test_a_column_that_is_there_twice_is_left_out_once() -> None:
    data = pd.DataFrame({"y": list("abc") * 9, "x": [1.0, 2.5, None] * 9})
    data = data.assign(**{"x.1": data["x"], "z": data["x"].fillna(0), "y.1": data["y"]})
    columns = [column_of(data[name]) for name in data if name != "y"]
    roles = {one.name: one.role for one in without_copies(data, "y", columns)}
    assert roles == {"x": "numeric", "x.1": "copy", "z": "numeric", "y.1": "copy"}


def test_dates_that_need_a_format_of_their_own_are_left_out() -> None:
    either = column_of(pd.Series(["03/01/2020", "06/01/2020"] * 9, name="born"))
    standard = column_of(pd.Series(["2020-01-03", "2020-01-06"] * 9, name="sold"))
    number = column_of(pd.Series([20200103, 20200106] * 9, name="paid"))
    assert [one.role for one in with_one_format([either, standard, number])] == ["unclear", "date", "unclear"]
    assert [one.role for one in with_one_format([number])] == ["date"]
    assert [one.role for one in with_one_format([either, either])] == ["date", "date"]
    assert [one.role for one in with_one_format([standard])] == ["date"]


@pytest.mark.parametrize("name", ["week", "year", "t", "day"])
def test_numbers_that_count_time_are_no_numbers_of_rows(name: str) -> None:
    assert role(list(range(N)), name) == "numeric"


def test_gaps_and_values_are_counted() -> None:
    column = column_of(pd.Series(["a", None, "b", "a"] * 3, name="town"))
    assert (column.name, column.has_gaps, column.n_values) == ("town", True, 2)


def test_what_a_column_holds() -> None:
    assert not holds_objects(pd.Series(["a", 1, None, 2.5], dtype=object))
    assert is_number(pd.Series([Decimal(1)]))
    assert not is_number(pd.Series([True]))
    assert is_whole(pd.Series([1.0, None]))
    assert not is_whole(pd.Series([1.5]))
