import pytest
from checking import CLASSES, finding, findings


@pytest.mark.parametrize(
    "folds",
    [
        "kfold",
        "kfold(3)",
        "kfold(n_splits = n)",
        "kfold(5, shuffle = true, seed = 3)",
        "shuffle_split(10, test_size = 20%)",
        "shuffle_split(1, seed = 3)",
        "shuffle_split(test_size = 30%, train_size = 70%)",
        "repeated_kfold(3, n_repeats = 2, seed = 3)",
    ],
)
def test_splitters(folds: str) -> None:
    assert [found for found in findings("param n = 3", f"folds {folds}") if found[0] != "MF603"] == []


@pytest.mark.parametrize(
    ("folds", "code", "marked"),
    [
        ("kfoldd(5)", "MF208", "kfoldd"),
        ("group_kfold(5)", "MF412", "group_kfold"),
        ("predefined", "MF206", "predefined"),
        ("predefined(3)", "MF301", "3"),
        ("repeated_kfold(5, n_repeats = 0)", "MF302", "0"),
        ("stratified_shuffle_split(3)", "MF406", "stratified_shuffle_split"),
        ("kfold(1)", "MF302", "1"),
        ("kfold(2.5)", "MF301", "2.5"),
        ("kfold(5, suffle = true)", "MF203", "suffle"),
        ("kfold(5, seed = 3)", "MF407", "seed = 3"),
        ("kfold(5, shuffle = false, seed = 3)", "MF407", "seed = 3"),
        ("shuffle_split(test_size = 60%, train_size = 50%)", "MF407", "50%"),
        ("stratified_kfold(5)", "MF406", "stratified_kfold"),
    ],
)
def test_splitters_that_cannot_be(folds: str, code: str, marked: str) -> None:
    assert findings(f"folds {folds}") == [(code, marked)]


def test_whether_rows_are_shuffled_is_constant() -> None:
    assert findings("param p = true", "folds kfold(5, shuffle = p, seed = 3)") == [("MF304", "p")]


def test_strata_in_a_classification() -> None:
    assert findings(CLASSES, "folds stratified_kfold(3, true, 7)") == []


def test_strata_in_a_regression_are_mended() -> None:
    fix = finding("folds stratified_kfold(5)").fix
    assert fix
    assert fix.replacement == "kfold"


def test_a_gap_is_not_negative() -> None:
    data = 'data csv("a.csv") { target = a, time = b }'
    assert findings("task regression", data, "test last", "folds time_series_split(5, gap = -1)") == [("MF302", "-1")]


def test_columns_of_folds() -> None:
    data = 'data csv("a.csv") { target = a, numeric = [b], group = c }'
    assert findings("task regression", data, "test none", "folds predefined(d)") == []
    assert findings("task regression", data, "test none", "folds predefined(c)") == []
    assert findings("task regression", data, "test none", "folds predefined(b)") == [("MF407", "b")]


def test_strata_are_mended_by_the_like() -> None:
    fix = finding("folds repeated_stratified_kfold(5)").fix
    assert fix
    assert fix.replacement == "repeated_kfold"
