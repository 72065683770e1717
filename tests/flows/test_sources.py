"""Rows from everywhere: files, addresses, databases and functions; and what is said of columns that cannot be."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import postgres
import pytest
from rehearsal import Rehearsal, rehearse
from s3 import s3_server
from sqlalchemy import create_engine

ROWS = pd.DataFrame(
    {
        "id": range(40),
        "area": np.linspace(1, 9, 40) ** 2,
        "town": ["Aa", "Bb", "Cc", None] * 10,
        "price": np.linspace(3, 4, 40) + np.sin(range(40)),
    }
)
REST = "folds kfold(3)\nmodel ridge: Ridge { alpha in [0.1, 1] }\n"
ROLES = "{ target = price, drop = [id] }"


def spec(data: str) -> str:
    return f"tournament Rows\ntask regression\ndata {data}\n{REST}"


def start(folder: Path, data: str, **parameters: Any) -> pd.DataFrame:
    """Return the table that a flow begins with."""
    table: pd.DataFrame = rehearse(folder, spec(data), "start", **parameters).data
    return table


def assert_rows(table: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(table, ROWS.drop(columns="id"), check_dtype=False)


# Files


def test_a_parquet_file_beside_the_flow(tmp_path: Path) -> None:
    ROWS.to_parquet(tmp_path / "rows.parquet")
    assert_rows(start(tmp_path, f'parquet("rows.parquet") {ROLES}'))


def test_another_file_for_the_same_flow(tmp_path: Path) -> None:
    ROWS.to_csv(tmp_path / "other.csv", index=False)
    assert_rows(start(tmp_path, f'csv("rows.csv") {ROLES}', data_path=str(tmp_path / "other.csv")))


def test_objects_in_s3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = BytesIO()
    ROWS.to_parquet(parquet)
    with s3_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        addresses = {
            "csv": server.put("rows.csv", ROWS.to_csv(index=False).encode()),
            "parquet": server.put("rows.parquet", parquet.getvalue()),
        }
        for source, address in addresses.items():
            folder = tmp_path / source
            folder.mkdir()
            assert_rows(start(folder, f'{source}("{address}") {ROLES}'))


# Databases


QUERY = f'sql("select * from houses order by id", url = env("ROWS_URL")) {ROLES}'


def test_a_query_of_sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"sqlite:///{tmp_path}/rows.db"
    ROWS.to_sql("houses", create_engine(address), index=False)
    monkeypatch.setenv("ROWS_URL", address)
    assert_rows(start(tmp_path, QUERY))
    like = f"""sql("select * from houses where town like '%a' or id > 9 order by id", url = "{address}") {ROLES}"""
    assert len(start(tmp_path, like)) == 33


def test_a_query_of_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if postgres.binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with postgres.server() as address:
        engine = create_engine(address)
        ROWS.sample(frac=1, random_state=0).to_sql("houses", engine, index=False)
        monkeypatch.setenv("ROWS_URL", address)
        played = rehearse(tmp_path, spec(QUERY))
        like = f"""sql("select * from houses where id::text like '1%' order by id", env("ROWS_URL")) {ROLES}"""
        assert len(start(tmp_path, like)) == 11
        engine.dispose()
    assert_rows(played.data)
    assert played.test_scores.keys() == {"r2"}


def test_an_address_that_nobody_has_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROWS_URL", raising=False)
    with pytest.raises(LookupError, match="set the environment variable ROWS_URL to the address of the database"):
        start(tmp_path, QUERY)


# Functions


def test_a_function_of_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    ROWS.to_pickle(tmp_path / "rows.pickle")
    (tmp_path / "own_rows.py").write_text(
        f"import pandas as pd\ndef load():\n    return pd.read_pickle({str(tmp_path / 'rows.pickle')!r})\n"
        "def nothing():\n    return []\n"
    )
    assert_rows(start(tmp_path, f"python(own_rows.load) {ROLES}"))
    with pytest.raises(TypeError, match=r"own_rows\.nothing returned a list, not a DataFrame"):
        start(tmp_path, f"python(own_rows.nothing) {ROLES}")


# Columns


@pytest.mark.parametrize(
    ("roles", "changed", "said"),
    [
        ("target = prise", {}, "no column 'prise', the nearest name is 'price'"),
        ("target = price, drop = [ids, aera]", {}, "'id'; no column 'aera', the nearest name is 'area'"),
        ("target = price", {"price": 3}, "nothing but '3' in 'price'"),
        (
            "target = price, numeric = [town]",
            {},
            "no finite number in 30 of 40 rows of 'town', the first is 'Aa' in row 0",
        ),
        (
            "target = price",
            {"area": [*range(39), np.inf]},
            "rows of 'area', the first is 'inf'",
        ),
        (
            "target = price",
            {"price": [*range(38), np.nan, 1]},
            "no usable 'price' in 1 of 40 rows, the first is row 38",
        ),
        ("target = [price, area]", {"area": ["?", *range(39)]}, "no finite number in 1 of 40 rows of 'area'"),
        ("target = price, group = town", {}, "no usable 'town' in 10 of 40 rows, the first is row 3"),
        ("target = price, weight = area", {"area": [*range(39), -1]}, "no usable 'area' in 1 of 40 rows"),
        ("target = price, time = town", {}, "in 'town', 'Aa' in row 0 is not a date in the format ISO8601"),
    ],
)
def test_columns_that_cannot_be(tmp_path: Path, roles: str, changed: dict[str, Any], said: str) -> None:
    ROWS.assign(**changed).to_csv(tmp_path / "rows.csv", index=False)
    with pytest.raises(ValueError, match=r"rows\.csv: ") as stopped:
        start(tmp_path, f'csv("rows.csv") {{ {roles} }}')
    assert said in str(stopped.value)


def test_columns_with_one_value_or_none_are_left_out_and_named(tmp_path: Path) -> None:
    ROWS.assign(area=3, empty=None).to_csv(tmp_path / "rows.csv", index=False)
    played = rehearse(tmp_path, spec('csv("rows.csv") { target = price }'), "finish")
    assert list(played.model.feature_names_in_) == ["id", "town"]
    assert played.notes == {"columns left out, for all their values are equal": "area, empty"}
    assert "area, empty" in played.files["summary.txt"].decode()


def test_columns_that_are_dropped_may_be_anything(tmp_path: Path) -> None:
    ROWS.assign(area=3, town=None).to_csv(tmp_path / "rows.csv", index=False)
    table = start(tmp_path, 'csv("rows.csv") { target = price, drop = [area, town] }')
    assert list(table.columns) == ["id", "price"]


def test_a_time_puts_the_rows_in_order(tmp_path: Path) -> None:
    days = pd.date_range("2024-01-28", periods=40, freq="3D").strftime("%d %b %Y")
    ROWS.assign(day=days).sample(frac=1, random_state=0).to_csv(tmp_path / "rows.csv", index=False)
    played = rehearse(tmp_path, spec('csv("rows.csv") { target = price, time = day, drop = [town] }'), "start")
    assert played.data["id"].tolist() == list(range(40))
    assert played.train_rows.tolist() == sorted(played.train_rows)


def test_labels_are_read_as_they_are_written(tmp_path: Path) -> None:
    rows = ROWS.assign(large=np.where(ROWS["area"] > 30, "yes", "no"), odd=ROWS["id"] % 2 == 1)
    rows.to_csv(tmp_path / "rows.csv", index=False)
    text = (
        'tournament Rows\ntask multilabel\ndata csv("rows.csv") { target = [large, odd], drop = [town] }\n'
        "folds kfold(3)\nmodel tree: DecisionTreeClassifier { max_depth in [1, 2] }\n"
    )
    played = Rehearsal(tmp_path, text).play("end")
    assert played.data["large"].tolist() == (rows["large"] == "yes").astype(int).tolist()
    assert played.data["odd"].tolist() == rows["odd"].astype(int).tolist()
    for values, said in {
        ("yes",): "nothing but 'yes' in 'large'",
        ("yes", "no", "so", "so"): "3 different values in 'large', and a label has two",
    }.items():
        rows.assign(large=list(values) * (40 // len(values))).to_csv(tmp_path / "rows.csv", index=False)
        with pytest.raises(ValueError, match=said):
            rehearse(tmp_path, text, "start")
