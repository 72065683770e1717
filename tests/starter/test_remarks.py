import pytest

from mfc.starter.dates import Dates
from mfc.starter.remarks import name_of, remarks
from mfc.starter.roles import Column
from mfc.starter.table import Table

TABLE = Table(100, (), "price", "regression")


def said(table: Table, *dropped: Column) -> list[str]:
    return [line.strip("# \n") for line in remarks(table, dropped)]


def test_what_is_left_out() -> None:
    assert said(TABLE, Column("emb", "objects", False, 0)) == [
        "emb is left out: lists or the like; give each of their parts a column."
    ]
    assert said(TABLE, Column("n", "number", False, 9)) == ["n is left out: the number of the row."]


def test_what_stands_for_a_missing_value() -> None:
    assert said(TABLE._replace(options={"na_values": ["rotary"]})) == [
        '"rotary" is read as a missing value: it stands among numbers.'
    ]


def test_what_stands_beside_money() -> None:
    assert said(TABLE._replace(options={"currency": "$"})) == [
        '"$" is left out of amounts of money, which are read as numbers.'
    ]


def test_groups_and_leaks() -> None:
    assert said(TABLE._replace(group="school", leaks=("paid", "school"))) == [
        "paid predicts price almost perfectly: move it to `drop` if it is known only afterwards.",
        "Rows of the same school seem to belong together: every split keeps them together.",
    ]


def test_dates_with_two_readings() -> None:
    sold = Column("sold", "date", False, 9, Dates(("%d/%m/%Y", "%m/%d/%Y")))
    assert said(TABLE._replace(columns=(sold,))) == [
        "To predict later rows from earlier ones: time = sold, test last(20%), folds time_series_split(5).",
        "sold can be read as %d/%m/%Y and as %m/%d/%Y: `date_format` says which.",
    ]


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("price", "price"),
        ("data", "data"),
        ("none", '"none"'),
        ("in", '"in"'),
        ("a b", '"a b"'),
        ('"', '"\\""'),
        ("ä", '"ä"'),
        ("\x1b", '"\\u001b"'),
    ],
)
def test_columns_are_bare_words_where_they_can_be(column: str, written: str) -> None:
    assert name_of(column) == written
