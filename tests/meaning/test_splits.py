import pytest
from checking import CLASSES, checked

from mfc.meaning.splits import fold_count, is_none, split_of, splits, splitter_of
from mfc.syntax.tree import FoldsDeclaration, TestDeclaration


def named(*declarations: str) -> list[tuple[str, bool]]:
    return [(split.name, split.span is not None) for split in splits(checked(*declarations).outline)]


def test_splits_by_default() -> None:
    assert named() == [("kfold", False), ("random", False)]
    assert named(CLASSES) == [("stratified_kfold", False), ("stratified", False)]


def test_splits_as_declared() -> None:
    assert named("folds time_series_split(3)", "test last") == [("time_series_split", True), ("last", True)]
    assert named("test 20%") == [("kfold", False), ("random", True)]
    assert named("test none") == [("kfold", False), ("none", True)]


def test_a_splitter_has_a_name_and_arguments() -> None:
    folds = [checked(written).outline.one(FoldsDeclaration) for written in ("folds kfold", "folds kfold(3, true)")]
    found = [splitter_of(one) for one in folds if one]
    assert [(path.text, len(given)) for path, given in found] == [
        ("kfold", 0),
        ("kfold", 2),
    ]


def test_a_test_has_a_name_or_only_a_size() -> None:
    for written, name, count, nothing in (
        ("test grouped(10%)", "grouped", 1, False),
        ("test last", "last", 0, False),
        ("test 20%", None, 0, False),
        ("let share = 20%\ntest share", None, 0, False),
        ("test none", None, 0, True),
    ):
        outline = checked(written, 'data csv("a.csv") { target = y, group = g, time = t }', "task regression").outline
        test = outline.one(TestDeclaration)
        assert test
        path, given = split_of(test, outline)
        assert (path and path.text, len(given), is_none(test.split)) == (name, count, nothing)


@pytest.mark.parametrize(
    ("declared", "count"),
    [
        ("folds kfold", 5),
        ("folds kfold(3)", 3),
        ("folds shuffle_split", 10),
        ("folds repeated_kfold(3, n_repeats = 4)", 12),
        ("folds repeated_kfold", 50),
        ("param k = 4\nfolds kfold(k)", None),
        ("folds predefined(part)", None),
        ("folds nothing(3)", None),
        ("folds kfold(nothing)", None),
        ("seed 3", 5),
    ],
)
def test_the_number_of_folds(declared: str, count: int | None) -> None:
    assert fold_count(checked(declared).outline) == count


def test_the_number_of_folds_by_default() -> None:
    outline = checked("param k = 4", "folds repeated_kfold(k, n_repeats = k + 1)").outline
    assert fold_count(outline, by_default=True) == 20


def test_what_a_split_goes_by() -> None:
    folds, test = splits(checked("folds leave_one_group_out", "test last").outline)
    assert (folds.by, test.by) == ("group", "time")
    folds, test = splits(checked("folds nothing", "test none").outline)
    assert (folds.by, folds.facts, test.by) == ("row", None, "choice")
