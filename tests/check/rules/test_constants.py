import pytest
from checking import finding, findings


def used(*declarations: str) -> list[tuple[str, str]]:
    return findings(*declarations, "model r: Ridge { alpha in [it, 2] }")


def test_a_circle_is_reported_once() -> None:
    found = finding("let it = b", "let b = it + 1", "model r: Ridge { alpha in [it, 2] }")
    assert (found.code.id, found.message, found.label) == ("MF213", "`it` depends on itself", "through `b`")


def test_a_constant_that_is_itself() -> None:
    assert finding("let it = it", "model r: Ridge { alpha in [it, 2] }").label == "this refers to itself"


def test_parameters_can_be_in_a_circle_too() -> None:
    assert used("param it = b", "let b = it") == [("MF213", "it")]


@pytest.mark.parametrize("default", ["1", "w * 2", "0.5"])
def test_defaults(default: str) -> None:
    assert used("let w = 2", f"param it = {default}", "let v = w") == [("MF603", "v")]


@pytest.mark.parametrize(
    ("default", "code", "marked"),
    [("none", "MF301", "none"), ("[1]", "MF301", "[1]"), ("1..3", "MF301", "1..3"), ("other", "MF304", "other")],
)
def test_defaults_are_plain_constants(default: str, code: str, marked: str) -> None:
    assert used(f"param it = {default}", "param other = 1", "seed other") == [(code, marked)]


def test_a_constant_that_nothing_uses_is_worked_out_too() -> None:
    assert findings("let a = 1 / 0") == [("MF603", "a"), ("MF303", "1 / 0")]
