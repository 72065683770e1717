import pytest

from mfc.meaning.schedule import fields_of


def test_fields() -> None:
    assert fields_of(" 0  6 * * 1") == ["0", "6", "*", "*", "1"]


@pytest.mark.parametrize("text", ["", "* * * *", "* * * * * * *", "0 6 * * 'x'", "@daily"])
def test_what_has_none(text: str) -> None:
    assert fields_of(text) == []
