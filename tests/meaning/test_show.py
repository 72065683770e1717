import pytest

from mfc.meaning.show import describe, show
from mfc.meaning.values import Reference


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\n", '"a\\n"'),
        (True, "true"),
        (None, "none"),
        ([1, ("a",), ()], '[1, ("a",), ()]'),
        (range(1, 4), "1..3"),
        (1.5, "1.5"),
        ("x" * 100, '"' + "x" * 38 + "…"),
    ],
)
def test_values_are_shown_as_the_language_writes_them(value: object, text: str) -> None:
    assert show(value) == text


def test_values_are_described() -> None:
    assert describe("a") == '`"a"`'
    assert describe(Reference("a.b")) == "the object `a.b`"
