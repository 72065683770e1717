import pytest
from checking import CLASSES, finding, findings


@pytest.mark.parametrize(
    "test", ["20%", "0.5", "100", "none", "random", "random(20%)", "random(50, seed = 3)", "share", "share / 2"]
)
def test_tests(test: str) -> None:
    assert [found for found in findings("let share = 0.3", f"test {test}") if found[0] != "MF603"] == []


def test_a_size_may_depend_on_a_parameter() -> None:
    assert findings("param share = 0.3", "test random(share)") == []


@pytest.mark.parametrize(
    ("test", "code", "marked"),
    [
        ("0", "MF302", "0"),
        ("100%", "MF302", "100%"),
        ("1.5", "MF302", "1.5"),
        ('"a"', "MF301", '"a"'),
        ("random(2.0)", "MF302", "2.0"),
        ("random(20%, sead = 3)", "MF203", "sead"),
        ("rndom(20%)", "MF208", "rndom"),
        ("rndom", "MF208", "rndom"),
        ("grouped(20%)", "MF412", "grouped"),
        ("last(20%)", "MF612", "last"),
        ("stratified(20%)", "MF406", "stratified"),
    ],
)
def test_tests_that_cannot_be(test: str, code: str, marked: str) -> None:
    assert findings(f"test {test}") == [(code, marked)]


def test_strata_in_a_classification() -> None:
    assert findings(CLASSES, "test stratified(20%)") == []


def test_strata_in_a_regression_are_mended() -> None:
    fix = finding("test stratified(20%)").fix
    assert fix
    assert fix.replacement == "random"
