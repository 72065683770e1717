"""Amounts of money become numbers, and nothing else does."""

from __future__ import annotations

import re
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mfc.templates.library.currency import amount_reader, amounts_in

DOLLARS = {"currency": "$", "thousands": ","}
FORMS = ["$#", "#$", "$ #", "# $", "-$#", "$-#", "- $ #", "-# $", "($#)", "$(#)", "(# $)", "(#) $", " $ # "]
MARKS = [(".", ","), (",", "."), (",", " "), (".", "'"), (".", ""), (",", "")]


def read(*texts, kinds=None, **marks):
    return amounts_in(pd.DataFrame({"x": texts}), kinds or {}, **(DOLLARS | marks))["x"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$5,939", 5939.0),
        ("$5939.5", 5939.5),
        ("5 $", 5.0),
        ("-$5", -5.0),
        ("$-5", -5.0),
        ("($1,234.50)", -1234.5),
        ("$ (7)", -7.0),
        ("+$7", 7.0),
        ("\u00a0$\u202f7 ", 7.0),
        ("8", 8.0),
        ("$1,2", None),
        ("$1,23,456", None),
        ("$1234567", 1234567.0),
        ("$1234,567", None),
        ("$1,2345", None),
        ("$1.5.2", None),
        ("$.50", None),
        ("$5.", None),
        ("$1e3", None),
        ("$5 $6", None),
        ("$5$", None),
        ("5$6", None),
        ("US$5", None),
        ("--$5", None),
        ("-($5)", None),
        ("($5", None),
        ("$", None),
        ("", None),
        ("$٣", None),
        (5, None),
        (Decimal("1.5"), None),
    ],
)
def test_an_amount_is_read_as_it_is_written(text, amount):
    assert amount_reader(**DOLLARS)(text) == amount


def test_a_sign_may_be_a_word_with_a_point_or_a_blank():
    assert amount_reader("Fr.")("Fr. 50") == 50
    assert amount_reader("Rs")("Rs.50") is None  # neither 50 nor 0.50 for sure
    assert amount_reader("US $")("5.5 US$") == 5.5


def test_a_column_of_amounts_becomes_one_of_numbers():
    assert read("$5,939", None, "7", "($2)").tolist()[2:] == [7.0, -2.0]
    assert read("$5,939", None).isna().tolist() == [False, True]


def test_numbers_with_a_mark_between_thousands_need_no_sign():
    for mark in ",", "'", " ", "\u00a0":
        column = pd.DataFrame({"x": [f"1{mark}234", "5", "-6"]})
        assert amounts_in(column, {}, thousands=mark)["x"].tolist() == [1234.0, 5.0, -6.0]
    german = {"decimal": ",", "thousands": "."}
    rows = pd.DataFrame({"x": ["1.234,5", "7"], "day": ["06.05.2022", "31.12.2021"], "version": ["1.2.3", "4.5.6"]})
    made = amounts_in(rows, {}, **german)
    assert made["x"].tolist() == [1234.5, 7.0]
    pd.testing.assert_frame_equal(made[["day", "version"]], rows[["day", "version"]])


@pytest.mark.parametrize(
    "texts",
    [
        ("$5", "free"),
        ("$5", "$1,2"),
        ("$5", "€5"),
        ("5", "7"),
        ("(5)", "(7)"),
        ("1,234", "1,2,3"),
        ("a", None),
        (None, None),
        ("$5", 7),
    ],
)
def test_any_other_column_stays_as_it_is(texts):
    data = pd.DataFrame({"x": texts, "n": range(2)})
    pd.testing.assert_frame_equal(amounts_in(data, {}, **DOLLARS), data)


def test_in_a_column_of_numbers_only_what_is_odd_stays():
    for kind in "number", "level":
        assert read("$5", "free", "1,234", kinds={"x": kind}).tolist() == [5.0, "free", 1234.0]
    assert read("$5", "$6", kinds={"x": "text"}).tolist() == ["$5", "$6"]
    assert read("$5", "$6", kinds={"x": "%d/%m/%Y"}).tolist() == ["$5", "$6"]


def test_without_a_sign_numbers_among_words_are_read_as_the_file_writes_them():
    marks = {"currency": "", "decimal": ",", "thousands": "."}
    assert read("1.000", "1,5", "new", kinds={"x": "level"}, **marks).tolist() == [1000.0, 1.5, "new"]
    assert read("1.000", "1,5", kinds={"x": "text"}, **marks).tolist() == ["1.000", "1,5"]


@pytest.mark.parametrize(
    ("texts", "marks", "said"),
    [
        (["999", "1.234"], {}, "'1.234' in row 1 of 'x' is not a number with ',' before its decimals; does it need"),
        (["€5", "12.5"], {"thousands": ".", "currency": "€"}, "'12.5' in row 1 of 'x' is not a number with ',' .*als$"),
    ],
)
def test_a_point_is_not_taken_for_what_is_before_decimals(texts, marks, said):
    marks = {"currency": "", "decimal": ",", "thousands": ""} | marks
    with pytest.raises(ValueError, match=said):
        read(*texts, kinds={"x": "number"}, **marks)
    read("999", "n.a.", Decimal("1.5"), 1.5, None, kinds={"x": "number"}, **marks)
    read(*texts, **marks)


def test_a_column_may_have_any_name():
    data = pd.DataFrame({"self": ["$5"], 7: ["$6"]})
    assert amounts_in(data, {}, "$").to_dict("list") == {"self": [5.0], 7: [6.0]}
    assert data["self"].tolist() == ["$5"]


def test_a_table_without_rows_stays_one():
    assert amounts_in(pd.DataFrame({"x": []}, dtype=str), {"x": "number"}, **DOLLARS).shape == (0, 1)


@given(
    st.integers(),
    st.integers(0, 4),
    st.sampled_from(MARKS),
    st.sampled_from(FORMS),
    st.sampled_from("$€") | st.just("CHF"),
)
def test_what_is_read_is_the_number_that_was_written(digits, places, marks, form, currency):
    decimal, thousands = marks
    number = abs(Decimal(digits).scaleb(-places))
    written = f"{number:,.{places}f}".translate({ord(","): thousands, ord("."): decimal})
    column = read(
        form.replace("$", currency).replace("#", written), currency=currency, decimal=decimal, thousands=thousands
    )
    assert column.tolist() == [float(-number if set(form) & set("-(") else number)]


@given(st.lists(st.text("$€15,.()+- xé#", max_size=7), min_size=1, max_size=3))
def test_what_is_read_has_its_digits_in_groups_of_three(texts):
    column = read(*texts)
    if column.dtype != float:
        assert column.tolist() == texts
        return
    for text, amount in zip(texts, column, strict=True):
        bare = re.sub(r"[$()+\s-]", "", text)
        assert re.fullmatch(r"([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?", bare)
        assert abs(amount) == float(bare.replace(",", ""))
        assert (amount < 0) == bool(set(text) & set("-("))
