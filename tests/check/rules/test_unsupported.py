import pytest
from checking import finding, findings


@pytest.mark.parametrize(
    ("declaration", "marked"),
    [
        ("ensemble blend: average { top = 5 }", "ensemble"),
    ],
)
def test_parts_that_are_still_to_come(declaration: str, marked: str) -> None:
    assert ("MF501", marked) in findings(declaration)
    assert {code for code, _ in findings(declaration)} <= {"MF501", "MF602"}


def test_the_part_is_named() -> None:
    assert finding("ensemble e: average").message == "`ensemble` is part of the language, but not supported yet"
