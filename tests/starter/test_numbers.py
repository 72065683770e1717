import io

import pandas as pd
import pytest

from mfc.catalog.sources import parted
from mfc.starter.numbers import writing_of
from mfc.templates.library.currency import amounts_in  # type: ignore[import-not-found]


@pytest.mark.parametrize(
    ("columns", "options"),
    [
        ([["1.5", "2", "-3e4"], ["a", "b", "c"]], {}),
        ([["1,5", "2", "-3,25"]], {"decimal": ","}),
        ([["1.234,5", "2", "12.345.678,25"]], {"decimal": ",", "thousands": "."}),
        ([["1,234", "2", "12,345,678"]], {"thousands": ","}),
        ([["1,234.5", "2", "12,345,678"]], {"thousands": ","}),
        ([["1 234,5", "2"]], {"decimal": ",", "thousands": " "}),
        ([["1,5", "2,5"], ["1.5", "2.5"]], {}),
        ([["1.5", "?", "2", ""], ["x", "y", "z", "?"]], {"na_values": ["?"]}),
        ([["1,5", "-", "2"], ["3", "4", "n/a", "missing"]], {"decimal": ",", "na_values": ["-", "missing"]}),
        ([["NA", "1", "", "NaN"]], {}),
        ([["yes", "no", "1"]], {}),
        ([["1,2", "3,4"], ["1,234", "5"]], {"decimal": ","}),
        ([["1,234", "5"], ["1,2,3", "4,5,6"]], {"thousands": ","}),
        ([["1.234,5", "5"], ["06.05.2022", "31.12.2021"]], {"decimal": ",", "thousands": "."}),
        ([["€ 1.234,50", "€ 5,00"], ["06.05.2022"]], {"decimal": ",", "thousands": ".", "currency": "€"}),
        ([["1,234", "5"], ["2020", "1999"], ["1234.5", "12.25"]], {"thousands": ","}),
        ([["1.234,5", "5"], ["2020", "1999"]], {"decimal": ",", "thousands": "."}),
        ([["1 234,5", "5"], ["2020", "1999,5"]], {"decimal": ",", "thousands": " "}),
        ([["$5,939", "($7)"], ["73.2", "2020"]], {"thousands": ",", "currency": "$"}),
        ([["$5.25", "?", "$7"], ["5", "7"]], {"currency": "$", "na_values": ["?"]}),
        ([["5.939,50 €", "7 €"], ["1,5", "2"]], {"decimal": ",", "thousands": ".", "currency": "€"}),
        ([["$5", "$7"], ["5 €", "6 €"], ["$8", "$9"]], {"currency": "$"}),
        ([["$5,939", "$7"], ["1,2,3", "4,5,6"]], {"thousands": ",", "currency": "$"}),
    ],
)
def test_how_numbers_are_written(columns: list[list[str]], options: dict[str, object]) -> None:
    assert writing_of(columns).options == options


@pytest.mark.parametrize(
    ("columns", "options"),
    [
        ([["5.939 €", "7 €"]], {}),
        ([["5.939 €", "7 €"], ["73.25", "1.5"]], {}),
        ([["5,939 €", "7 €"], ["73,25", "1,5"]], {"decimal": ","}),
        ([["$1,234.50"], ["1.234,5"]], {"decimal": ",", "thousands": "."}),
        ([["$5,50"], ["73.25", "1.5"]], {}),
        ([["$5,939"], ["1,2", "3,4"]], {"decimal": ","}),
    ],
)
def test_amounts_that_may_be_others_change_nothing(columns: list[list[str]], options: dict[str, object]) -> None:
    assert writing_of(columns).options == options


def test_they_are_read_so() -> None:
    columns = [["1.234,5", "2", "?"], ["0,5", "7,25", "1"]]
    text = "\n".join(["a;b", *(";".join(row) for row in zip(*columns, strict=True))])
    for_pandas, of_amounts = parted(writing_of(columns).options)
    read = amounts_in(pd.read_csv(io.StringIO(text), sep=";", **for_pandas), {}, **of_amounts)  # type: ignore[call-overload]
    assert read["a"].tolist()[:2] == [1234.5, 2.0]
    assert read["a"].isna().tolist() == [False, False, True]
    assert read["b"].tolist() == [0.5, 7.25, 1.0]
