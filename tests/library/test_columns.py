import pandas as pd
import pytest

from mfc.templates.library import columns
from mfc.templates.library.columns import check_values, left_out, with_names

DATA = pd.DataFrame({"price": [1.0, 2.0, 3.0], "town": ["a", None, "b"], 4: 4}, index=[2, 2, 3])


def test_names_become_text_and_rows_are_counted_anew() -> None:
    named = with_names(DATA, "x.csv", ["price", "4"])
    assert list(named) == ["price", "town", "4"]
    assert list(named.index) == [0, 1, 2]


def test_every_missing_column_is_named_with_the_nearest_name() -> None:
    with pytest.raises(ValueError, match="prize") as stopped:
        with_names(DATA, "x.csv", ["prize", "town", "twon"])
    assert str(stopped.value) == (
        "x.csv: no column 'prize', the nearest name is 'price'; no column 'twon', the nearest name is 'town'"
    )


def test_a_name_that_is_like_no_other_is_not_likened_to_one() -> None:
    with pytest.raises(ValueError, match=r"x\.csv: no column 'garage'$"):
        with_names(DATA, "x.csv", ["garage"])


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match=r"x: 2 columns called '4'$"):
        with_names(DATA.assign(**{"4": 5}), "x", [])


@pytest.fixture
def roles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "TARGET", "price")
    monkeypatch.setattr(columns, "APART", ["price", "weight"])


@pytest.mark.usefixtures("roles")
def test_there_are_rows() -> None:
    with pytest.raises(ValueError, match=r"^x: no rows$"):
        check_values(pd.DataFrame({"price": [], "weight": [], "x": []}), "x", {"weight": 0})


@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"price": [1, None, 2]}, "no usable 'price' in 1 of 3 rows, the first is row 1"),
        ({"weight": [1, 2, -1]}, "no usable 'weight' in 1 of 3 rows, the first is row 2"),
        ({"price": [4, 4, 4]}, "nothing but '4' in 'price'"),
    ],
)
def test_what_every_row_needs_is_there(values: dict[str, list[float]], said: str) -> None:
    good = pd.DataFrame({"price": [1, 2, 3], "weight": 1, "x": None})
    check_values(good, "x", {"weight": 0})
    with pytest.raises(ValueError, match=f"^x: {said}"):
        check_values(good.assign(**values), "x", {"weight": 0})


@pytest.mark.usefixtures("roles")
def test_there_is_something_to_learn_from() -> None:
    with pytest.raises(ValueError, match="no column to learn from"):
        check_values(pd.DataFrame({"price": [1, 2], "weight": 1}), "x")


def test_columns_that_are_left_out_are_named() -> None:
    data = pd.DataFrame({"a": [1], "b": [1], "c": [1]})
    assert left_out(data, {"b": "number"}) == {"columns left out, for all their values are equal": "a, c"}
    assert left_out(data, dict.fromkeys("abc", "number")) == {}
