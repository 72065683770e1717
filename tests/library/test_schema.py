"""Columns of any type become what scikit-learn takes, and rows to predict for become the same."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from mfc.templates.library.dates import dates_of
from mfc.templates.library.schema import kind_of, schema_of, to_schema

GAP = None


def series(*values, dtype=None):
    return pd.Series(list(values), dtype=dtype)


def arrow(kind, *values):
    return pa.array(list(values), type=kind).to_pandas(types_mapper=pd.ArrowDtype)


def admitted(column, **roles):
    data = pd.DataFrame({"x": column, "other": range(len(column)), "target": range(len(column))})
    schema = schema_of(data, "rows", named=["x"], **roles)
    return schema["x"], to_schema(data, schema, "rows")["x"]


@pytest.mark.parametrize(
    ("column", "kind", "expected", "dtype"),
    [
        (series(1, 2, dtype="Int64"), "number", [1, 2], "int64"),
        (series(1, GAP, dtype="Int64"), "number", [1, np.nan], "float64"),
        (series(1.5, GAP, dtype="Float64"), "number", [1.5, np.nan], "float64"),
        (series(1, pd.NA, 2.5, dtype=object), "number", [1, np.nan, 2.5], "float64"),
        (series(Decimal("1.5"), GAP), "number", [1.5, np.nan], "float64"),
        (series(Decimal("1.5"), 2.0, dtype=object), "number", [1.5, 2], "float64"),
        (arrow(pa.decimal128(5, 2), Decimal("1.5"), GAP), "number", [1.5, np.nan], "float64"),
        (series(2**63, 1, dtype="uint64"), "number", [2.0**63, 1], "float64"),
        (series(1, 2, dtype="uint8"), "number", [1, 2], "int64"),
        (series(1.5, 2, dtype="float16"), "number", [1.5, 2], "float64"),
        (pd.Series(pd.arrays.SparseArray([0, 0, 1])), "number", [0, 0, 1], "int64"),
        (series(3, GAP, dtype="category"), "number", [3, np.nan], "float64"),
        (series(pd.Timedelta(hours=1), pd.NaT), "duration", [3600, np.nan], "float64"),
        (arrow(pa.duration("s"), dt.timedelta(1), GAP), "duration", [86400, np.nan], "float64"),
        (series(True, False), "truth", [True, False], "bool"),
        (series(True, False, dtype="boolean"), "truth", [True, False], "bool"),
        (series(True, GAP, dtype="boolean"), "truth", [True, None], "object"),
        (series("a", GAP, dtype="string"), "text", ["a", np.nan], "str"),
        (pd.Series(pd.Categorical(["b", "a"], ["a", "b", "c"])), "text", ["b", "a"], "str"),
        (series(1, "a", 2.0, GAP, dtype=object), "text", ["1", "a", "2", np.nan], "str"),
        (pd.Series(pd.cut([1, 9], [0, 5, 10])), "text", ["(0, 5]", "(5, 10]"], "str"),
        (series(dt.time(3), dt.time(4)), "text", ["03:00:00", "04:00:00"], "str"),
        (series(UUID(int=1), UUID(int=2)), "text", [str(UUID(int=1)), str(UUID(int=2))], "str"),
    ],
)
def test_a_column_is_brought_to_a_type_that_scikit_learn_takes(column, kind, expected, dtype):
    found, made = admitted(column)
    assert (found, made.dtype) == (kind, dtype)
    pd.testing.assert_series_equal(made, pd.Series(expected, dtype=dtype, name="x"))
    again = to_schema(pd.DataFrame({"x": made}), {"x": kind}, "rows")["x"]
    pd.testing.assert_series_equal(again, made)


@pytest.mark.parametrize(
    "column",
    [
        series([1], [2]),
        series({}, {1: 2}),
        series(b"a", b"b"),
        series(np.array([1]), np.array([2])),
        series(1j, 2j),
        arrow(pa.list_(pa.int64()), [1], None),
    ],
)
def test_what_no_model_can_learn_from_is_named(column):
    assert kind_of(column) is None
    with pytest.raises(ValueError, match=r"rows: lists or the like in 'x': make columns of them, or drop it"):
        admitted(column)


@pytest.mark.parametrize(
    "column",
    [
        series(dt.date(2020, 1, 2), GAP),
        series(pd.Timestamp("2020"), pd.NaT),
        pd.Series(pd.period_range("2020", "2022")),
    ],
)
def test_dates_have_to_be_named_unless_they_are_levels(column):
    with pytest.raises(ValueError, match="dates in 'x': name it in `dates`, `time` or `drop`"):
        admitted(column)
    assert admitted(column, categorical=["x"])[0] == "text"


def test_columns_with_one_value_are_left_out_unless_they_are_named():
    data = pd.DataFrame({"a": [1, 1], "b": [None, None], "c": ["x", None], "target": [1, 1]})
    assert schema_of(data, "rows") == {"c": "text", "target": "number"}
    assert schema_of(data, "rows", numeric=["b"], categorical=["a"]) == {
        "a": "level", "b": "number", "c": "text", "target": "number",
    }  # fmt: skip


def test_numbers_that_the_specification_names_have_to_be_numbers():
    data = pd.DataFrame({"x": ["1", " 2 ", "two", "1_0"], "y": [1, np.inf, 2, 3], "target": range(4)})
    schema = schema_of(data, "rows", numeric=["x"])
    with pytest.raises(ValueError, match="rows: no finite number") as stopped:
        to_schema(data, schema, "rows")
    assert str(stopped.value) == (
        "rows: no finite number in 2 of 4 rows of 'x', the first is 'two' in row 2; "
        "no finite number in 1 of 4 rows of 'y', the first is 'inf' in row 1"
    )
    assert to_schema(data[:1], schema, "rows")["x"].tolist() == [1]


def test_a_level_that_is_no_number_stays_and_the_others_are_numbers():
    schema = {"zip": "level"}
    made = to_schema(pd.DataFrame({"zip": ["80331", "80331-7", None]}), schema, "rows")["zip"]
    assert made.tolist()[:2] == [80331, "80331-7"]
    assert pd.isna(made[2])
    assert to_schema(pd.DataFrame({"zip": ["80331"]}), schema, "rows")["zip"].tolist() == [80331]


def test_numbers_where_text_was_learned_are_written_as_they_were():
    made = to_schema(pd.DataFrame({"zip": [80331.0, np.nan, 1.5]}), {"zip": "text"}, "rows")["zip"]
    assert made.tolist()[0::2] == ["80331", "1.5"]
    assert pd.isna(made[1])


def test_truth_is_read_from_text_and_numbers():
    made = to_schema(pd.DataFrame({"ill": ["True", "0", "maybe"]}), {"ill": "truth"}, "rows")["ill"]
    assert made.tolist() == [True, False, "maybe"]
    assert to_schema(pd.DataFrame({"ill": [1.0, 0.0]}), {"ill": "truth"}, "rows")["ill"].dtype == bool


def test_durations_are_read_from_text_and_from_seconds():
    schema = {"wait": "duration"}
    assert to_schema(pd.DataFrame({"wait": ["1 days", "00:01:00"]}), schema, "rows")["wait"].tolist() == [86400, 60]
    assert to_schema(pd.DataFrame({"wait": [60.0, 1.5]}), schema, "rows")["wait"].tolist() == [60, 1.5]


def test_dates_are_read_in_their_format_and_other_columns_are_left_out():
    rows = pd.DataFrame({"more": [1], "born": ["03/02/2020"], "x": [1]})
    made = to_schema(rows, {"x": "number", "born": "%d/%m/%Y"}, "rows", dates_of)
    assert made.to_dict("list") == {"born": [pd.Timestamp("2020-02-03")], "x": [1]}
    dated = pd.DataFrame({"x": [pd.Timestamp("2020")]})
    with pytest.raises(ValueError, match="no finite number in 1 of 1 rows of 'x'"):
        to_schema(dated, {"x": "number"}, "rows")
