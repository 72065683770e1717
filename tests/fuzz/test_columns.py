"""Columns of every type that pandas, PyArrow and databases give: refused with a sentence, or predicted from alike.

What a row is predicted as does not depend on which other rows are there, on their order, or on more columns.
"""

import datetime as dt
from decimal import Decimal
from typing import Any
from uuid import UUID

import numpy as np
import pandas as pd
import pyarrow as pa
from fuzzing import fuzz
from hypothesis import strategies as st
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder

from mfc.templates.library.columns import with_names
from mfc.templates.library.predictions import predicted_table
from mfc.templates.library.schema import schema_of, to_schema

N_ROWS = 12
WHOLE, FLOATS = st.integers(-9, 9), st.floats(-9, 9)
TIMES = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2030, 1, 1))
TEXTS = st.text("ab1. ", max_size=3)
SPANS = st.timedeltas(dt.timedelta(0), dt.timedelta(9))
ANYTHING = WHOLE | FLOATS | TEXTS | st.booleans() | st.decimals(-9, 9, places=2)
NUMPY = {
    **dict.fromkeys(["int8", "int16", "int64", "uint8", "uint64"], st.integers(0, 9)),
    **dict.fromkeys(["float16", "float32", "float64"], FLOATS),
    "bool": st.booleans(),
    "complex128": st.complex_numbers(max_magnitude=9),
    "datetime64[s]": TIMES,
    "timedelta64[ms]": SPANS,
}
WITH_GAPS = {
    **dict.fromkeys(["Int8", "Int64", "UInt16"], st.integers(0, 9)),
    **dict.fromkeys(["Float32", "Float64"], FLOATS),
    "boolean": st.booleans(),
    "string": TEXTS,
    "str": TEXTS,
    "category": TEXTS,
    "datetime64[ns, UTC]": TIMES,
}
ARROW: dict[Any, Any] = {
    pa.int32(): WHOLE,
    pa.float32(): FLOATS,
    pa.bool_(): st.booleans(),
    pa.string(): TEXTS,
    pa.decimal128(6, 2): st.decimals(-9, 9, places=2),
    pa.date32(): st.dates(),
    pa.timestamp("us", "Europe/Berlin"): TIMES,
    pa.duration("ms"): SPANS,
    pa.time64("us"): st.times(),
    pa.binary(): st.binary(max_size=2),
    pa.list_(pa.int8()): st.lists(WHOLE, max_size=2),
    pa.null(): st.none(),
}
OBJECTS = [
    ANYTHING,
    st.decimals(-9, 9, places=2),
    st.dates(),
    TIMES,
    SPANS,
    st.times(),
    st.uuids() | st.just(UUID(int=0)),
    st.binary(max_size=2),
    st.dictionaries(TEXTS, WHOLE, max_size=1),
    st.just(Decimal("NaN")) | WHOLE,
    st.just(pd.NA) | FLOATS,
    WHOLE.map(lambda year: pd.Period(str(2000 + year), "Y")),
    WHOLE.map(lambda left: pd.Interval(left, left + 1)),
]


@st.composite
def columns(draw: st.DrawFn) -> pd.Series:
    """Return a column of one of the types."""
    kind = draw(st.sampled_from(["numpy", "gaps", "arrow", "object", "levels"]))
    cells = {"numpy": NUMPY, "gaps": WITH_GAPS, "arrow": ARROW, "levels": NUMPY}.get(kind, dict(enumerate(OBJECTS)))
    chosen = draw(st.sampled_from(list(cells)))
    one = cells[chosen] if kind in ("numpy", "levels") else st.none() | cells[chosen]
    values = draw(st.lists(one, min_size=N_ROWS, max_size=N_ROWS))
    match kind:
        case "arrow":
            return pd.Series(pd.array(pa.array(values, chosen), dtype=pd.ArrowDtype(chosen)))
        case "object":
            return pd.Series(values, dtype=object)
        case "levels":
            return pd.Series(values).astype("category")
    return pd.Series(values, dtype=object).astype(chosen)


TABLES = st.dictionaries(st.sampled_from(["a", "b", 3, ("c", 1)]), columns(), min_size=1, max_size=3)


def pipeline() -> Pipeline:
    of_numbers = make_pipeline(SimpleImputer(keep_empty_features=True))
    levels = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    numeric, others = (make_column_selector(**{f"dtype_{how}": "number"}) for how in ("include", "exclude"))
    return make_pipeline(make_column_transformer((of_numbers, numeric), (levels, others)), Ridge())


def check(table: dict[Any, pd.Series]) -> None:
    rows = with_names(pd.DataFrame({**table, "target": np.arange(N_ROWS) % 5}), "rows", ["target"])
    try:
        schema = schema_of(rows, "rows")
        data = to_schema(rows, schema, "rows")
    except ValueError as error:
        refusal = str(error)
    else:
        refusal = None
    if refusal is not None:
        names = [repr(name) for name in rows]
        assert refusal.startswith("rows: ")
        assert any(name in refusal for name in names)
        return
    features = data.drop(columns="target")
    if features.shape[1]:
        model = pipeline().fit(features, data["target"])
        whole = predicted_table(model, schema, "target", rows, "rows", [])["predicted"].to_numpy()
        np.testing.assert_allclose(whole, model.predict(features))
        order = np.random.default_rng(0).permutation(N_ROWS)
        mixed = rows.iloc[order].assign(more="no matter")[::-1]
        again = predicted_table(model, schema, "target", mixed, "rows", [])["predicted"].to_numpy()
        np.testing.assert_allclose(again, whole[order[::-1]])
        for row in (0, 7):
            alone = predicted_table(model, schema, "target", rows.iloc[[row]], "rows", [])["predicted"]
            np.testing.assert_allclose(alone, whole[[row]])


def test_columns() -> None:
    fuzz(TABLES, check)
