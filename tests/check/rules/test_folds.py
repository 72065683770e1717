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
    ],
)
def test_splitters(folds: str) -> None:
    assert [found for found in findings("param n = 3", f"folds {folds}") if found[0] != "MF603"] == []


@pytest.mark.parametrize(
    ("folds", "code", "marked"),
    [
        ("kfoldd(5)", "MF208", "kfoldd"),
        ("group_kfold(5)", "MF501", "group_kfold"),
        ("predefined(fold)", "MF501", "predefined"),
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
