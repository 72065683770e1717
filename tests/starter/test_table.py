from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from mfc.starter.reading import TableError
from mfc.starter.table import guess_task, kind_of, look

ROWS = 40


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "houses.csv"
    pd.DataFrame(
        {
            "house_id": range(1000, 1000 + ROWS),
            "address": [f"{i} Long Street" for i in range(ROWS)],
            "size": [50 + i % 7 for i in range(ROWS)],
            "ratio": [i * 17 % 41 / 7 for i in range(ROWS)],
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
    assert [column[:4] for column in table.columns] == [
        ("house_id", "identifier", False, ROWS),
        ("address", "text", False, ROWS),
        ("size", "numeric", False, 7),
        ("ratio", "numeric", False, ROWS),
        ("town", "categorical", True, 2),
        ("garden", "categorical", False, 2),
        ("built", "date", False, 20),
        ("country", "constant", False, 1),
    ]
    assert table._replace(columns=()) == (ROWS, (), "price", "regression", 1, 0, 0, 0, None, None, 0, (), {})
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
        ("a,b\n1,2\n", None, r"which column of `.*` is the target\? Use --target with one of `a`, `b`"),
        ("alpha,beta\n1,2\n", "betta", r"has no column `betta`; did you mean `beta`"),
        ("a,b\n1,2\n", "price", r"has no column `price`; it has `a`, `b`"),
        ("a,b\n", "a", "has no rows"),
        ("", "a", "is empty"),
        ("a,b\n1,2,3,4\n5\n1,2,3,4,5,6\n", "a", "cannot read `.*` as csv: a row has"),
    ],
)
def test_what_is_of_no_use_is_refused(tmp_path: Path, content: str, target: str | None, complaint: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(content)
    with pytest.raises(TableError, match=complaint):
        look(path, target, None)


@pytest.mark.parametrize(
    ("file", "kind"), [("a.csv", "csv"), ("a.txt", "csv"), ("a.parquet", "parquet"), ("a.pq", "parquet")]
)
def test_the_name_tells_the_kind_of_a_file(file: str, kind: str) -> None:
    assert kind_of(file) == kind


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(b"a,b\n\x00\x01,1\n")
    with pytest.raises(TableError, match="is not a text file"):
        look(path, "a", None)


def test_a_file_is_read_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "preise.csv"
    rows = "".join(f"{i};1.{i + 100},5;{'?' if i % 9 == 0 else i % 7};stra\u00dfe\n" for i in range(ROWS))
    path.write_bytes(("preis;wert;zahl;ort\n" + rows).encode("cp1252"))
    table = look(path, "preis", None)
    assert table.options == {"sep": ";", "encoding": "cp1252", "decimal": ",", "thousands": ".", "na_values": ["?"]}
    assert [(column.name, column.role, column.has_gaps) for column in table.columns] == [
        ("wert", "numeric", False),
        ("zahl", "numeric", True),
        ("ort", "constant", False),
    ]


def cars(path: Path, amounts: list[str]) -> Path:
    rows = "".join(f'{"?" if i % 9 == 0 else 60 + i / 4},"{amounts[i % len(amounts)]}",{i % 2}\n' for i in range(ROWS))
    path.write_text("wt,money,y\n" + rows, encoding="utf-8")
    return path


def test_amounts_of_money_are_numbers(tmp_path: Path) -> None:
    table = look(cars(tmp_path / "cars.csv", ["$5,939", "$875", "-$1,250.50"]), "y", None)
    assert table.options == {"thousands": ",", "currency": "$", "na_values": ["?"]}
    assert table.currency == "$"
    assert [(column.name, column.role, column.n_values) for column in table.columns] == [
        ("wt", "numeric", 35),
        ("money", "numeric", 3),
    ]
    table = look(tmp_path / "cars.csv", "money", None)
    assert (table.task, table.n_without_target) == ("regression", 0)


@pytest.mark.parametrize("amounts", [["$5", "€5"], ["5.939 €", "1.250 €"], ["5%", "7%"]])
def test_amounts_in_doubt_are_left_out(tmp_path: Path, amounts: list[str]) -> None:
    table = look(cars(tmp_path / "cars.csv", amounts), "y", None)
    assert (table.currency, table.columns[1].role) == (None, "money")


@pytest.mark.parametrize(
    ("values", "task", "complaint"),
    [
        (["Yes", "No"] * 20, "regression", "`y` contains no numbers but `Yes`, `No`: leave out --task"),
        ([i / 3 for i in range(40)], "classification", "`y` has 40 different values in 40 rows"),
        ([f"name {i}" for i in range(40)], None, "too many for classes; choose another --target"),
        ([None] * 40, None, "`y` has no values"),
    ],
)
def test_targets_that_cannot_be(tmp_path: Path, values: list[object], task: str | None, complaint: str) -> None:
    path = tmp_path / "a.csv"
    pd.DataFrame({"x": range(40), "y": values}).to_csv(path, index=False)
    with pytest.raises(TableError, match=complaint):
        look(path, "y", task)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("classes", "positive"),
    [
        (["churned", "stayed", "stayed"], "churned"),
        ([0, 1, 1], 1),
        ([0, 0, 1], 1),
        ([1, 2, 2], 1),
        (["a", "b", "c"], None),
    ],
)
def test_the_rarer_of_two_classes_is_the_positive_one(tmp_path: Path, classes: list[object], positive: object) -> None:
    path = tmp_path / "a.csv"
    pd.DataFrame({"x": range(60), "y": classes * 20}).to_csv(path, index=False)
    assert look(path, "y", None).positive == positive


@pytest.fixture
def parquet(tmp_path: Path) -> Callable[[pd.DataFrame], Path]:
    pytest.importorskip("pyarrow")

    def written(frame: pd.DataFrame) -> Path:
        frame.to_parquet(tmp_path / "d.parquet")
        return tmp_path / "d.parquet"

    return written


def test_unused_levels_are_no_classes(parquet: Callable[[pd.DataFrame], Path]) -> None:
    classes = pd.Categorical(["yes", "no"] * 30, categories=["no", "never", "yes"])
    table = look(parquet(pd.DataFrame({"x": range(60), "y": classes})), "y", None)
    assert (table.task, table.n_classes, table.smallest_class, table.largest_class) == ("classification", 2, 30, 30)


def test_an_infinite_target_is_refused(parquet: Callable[[pd.DataFrame], Path]) -> None:
    with pytest.raises(TableError, match="some values of `y` are infinite: correct them, or leave their rows out"):
        look(parquet(pd.DataFrame({"x": range(40), "y": [*range(39), float("inf")]})), "y", None)


def test_columns_of_lists_are_told_of_and_no_target(parquet: Callable[[pd.DataFrame], Path]) -> None:
    path = parquet(pd.DataFrame({"emb": [[1.0, 2.0]] * 60, "y": range(60), "x": [Decimal(i) / 8 for i in range(60)]}))
    table = look(path, "y", None)
    assert [(column.name, column.role) for column in table.columns] == [("emb", "objects"), ("x", "numeric")]
    with pytest.raises(TableError, match="`emb` holds values of type ndarray, and a target is a number or a class"):
        look(path, "emb", None)


def test_names_that_are_no_text(parquet: Callable[[pd.DataFrame], Path]) -> None:
    frame = pd.DataFrame({"0": range(60), "1": range(60)})
    assert look(parquet(frame.set_axis([0, 1], axis=1).rename(columns=str)), "1", None).columns[0].name == "0"


def test_a_separator_at_the_end_of_each_row_moves_no_values(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("x,y\n" + "".join(f"{2 * i},{i % 7},\n" for i in range(50)))
    with pytest.raises(TableError, match="more values than the header has names"):
        look(file, "y", None)
