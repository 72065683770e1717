from pathlib import Path

import pandas as pd
import pytest

from mfc.starter.table import Column, Table, TableError, _are_dates, guess_task, kind_of, look

ROWS = 40


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "houses.csv"
    pd.DataFrame(
        {
            "house_id": range(1000, 1000 + ROWS),
            "address": [f"{i} Long Street" for i in range(ROWS)],
            "size": [50 + i % 7 for i in range(ROWS)],
            "ratio": [i / 7 for i in range(ROWS)],
            "town": [["Here", "There", None][i % 3] for i in range(ROWS)],
            "garden": [i % 2 == 0 for i in range(ROWS)],
            "built": [f"19{50 + i % 20}-01-02" for i in range(ROWS)],
            "country": ["NO"] * ROWS,
            "price": [None, *(100.5 + i for i in range(1, ROWS))],
        }
    ).to_csv(path, index=False)
    return path


def test_columns_are_told_apart(data: Path) -> None:
    table = look(data, "price", None)
    assert table == Table(
        ROWS,
        (
            Column("house_id", "identifier", False, ROWS),
            Column("address", "identifier", False, ROWS),
            Column("size", "numeric", False, 7),
            Column("ratio", "numeric", False, ROWS),
            Column("town", "categorical", True, 2),
            Column("garden", "categorical", False, 2),
            Column("built", "date", False, 20),
            Column("country", "constant", False, 1),
        ),
        target="price",
        task="regression",
        n_without_target=1,
        n_classes=0,
        smallest_class=0,
        largest_class=0,
    )
    assert [column.name for column in table.of("date", "constant")] == ["built", "country"]


def test_of_a_classification_the_classes_are_counted(data: Path) -> None:
    table = look(data, "town", None)
    assert (table.task, table.n_classes, table.smallest_class, table.largest_class) == ("classification", 2, 13, 14)
    assert look(data, "size", "classification").n_classes == 7


@pytest.mark.parametrize(
    ("values", "task"),
    [
        (["a", "b"] * 20, "classification"),
        ([True, False] * 20, "classification"),
        ([0, 1] * 20, "classification"),
        ([0.0, 1.0, None, 1.0] * 10, "classification"),
        ([1, 2, 3, 4, 5] * 10, "classification"),
        (list(range(40)), "regression"),
        (list(range(11)) * 10, "regression"),
        ([1, 2, 3, 4, 5], "regression"),
        ([0.5, 1.5] * 20, "regression"),
    ],
)
def test_the_target_tells_the_task(values: list[object], task: str) -> None:
    assert guess_task(pd.Series(values)) == task


@pytest.mark.parametrize(
    ("content", "target", "complaint"),
    [
        ("a,b\n1,2\n", None, r"which column of `.*` is to be predicted\? Say --target with one of `a`, `b`"),
        ("alpha,beta\n1,2\n", "betta", r"has no column `betta`; did you mean `beta`"),
        ("a,b\n1,2\n", "price", r"has no column `price`; it has `a`, `b`"),
        ("a,b\n", "a", "has no rows"),
        ("", "a", "cannot read `.*` as csv: No columns"),
        ("a,b\n1,2,3,4\n5\n1,2,3,4,5,6\n", "a", "cannot read `.*` as csv: "),
    ],
)
def test_what_is_of_no_use_is_refused(tmp_path: Path, content: str, target: str | None, complaint: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(content)
    with pytest.raises(TableError, match=complaint):
        look(path, target, None)


def test_dates_are_known_by_their_type_or_their_looks() -> None:
    written = pd.Series(["2020-01-02", None, "2021-1-3"])
    assert _are_dates(written)
    assert _are_dates(pd.to_datetime(pd.Series(["2020-01-02"])))
    assert not _are_dates(pd.Series(["2020-01-02", "soon"]))


@pytest.mark.parametrize(
    ("file", "kind"), [("a.csv", "csv"), ("a.txt", "csv"), ("a.parquet", "parquet"), ("a.pq", "parquet")]
)
def test_the_name_tells_the_kind_of_a_file(file: str, kind: str) -> None:
    assert kind_of(file) == kind


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(b"a,b\n\xff\xfe,1\n")
    with pytest.raises(TableError, match="cannot read"):
        look(path, "a", None)
