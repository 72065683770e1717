import pytest

from mfc.starter.money import is_currency, sign_in, without_sign


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["$1,234", "$5"], True),
        (["$5", "€5"], True),
        (["5 €", "1.200 €"], True),
        (["CHF 5", "Fr. 7"], True),
        (["($5)", "-$5", "$.5"], True),
        (["12%"], True),
        (["$x"], False),
        (["$5 USD"], False),
        (["1", "2"], False),
        ([], False),
    ],
)
def test_money(texts: list[str], expected: bool) -> None:
    assert is_currency(texts) is expected


@pytest.mark.parametrize(
    ("columns", "sign"),
    [
        ([["$5,939", "7", "?"], ["a", "b"]], "$"),
        ([["5 €"], ["$5"], ["6 €"]], "€"),
        ([["US$5"]], "US$"),
        ([["Rs. 5"]], "Rs."),
        ([["5 zł"]], "zł"),
        ([["$5", "€5"]], None),
        ([["$5", "5 items"]], None),
        ([["$5", "$5."]], None),
        ([["5 %"]], None),
        ([["5 km"]], None),
        ([["1", "2"], []], None),
    ],
)
def test_the_sign_of_most_columns(columns: list[list[str]], sign: str | None) -> None:
    assert sign_in(columns) == sign


def test_numbers_without_their_sign() -> None:
    assert without_sign(["($5,939)", "7", "- $2.50", "free"], "$") == ["5,939", "7", "2.50", "free"]
    assert without_sign(["$5"], "€") is None
    assert without_sign(["5", "7"], "€") is None
