from checking import CLASSES, checked

from mfc.check.splits import splits


def named(*declarations: str) -> list[tuple[str, bool]]:
    return [(split.name, split.span is not None) for split in splits(checked(*declarations).outline)]


def test_splits_by_default() -> None:
    assert named() == [("kfold", False), ("random", False)]
    assert named(CLASSES) == [("stratified_kfold", False), ("stratified", False)]


def test_splits_as_declared() -> None:
    assert named("folds time_series_split(3)", "test last") == [("time_series_split", True), ("last", True)]
    assert named("test 20%") == [("kfold", False), ("random", True)]
    assert named("test none") == [("kfold", False), ("none", True)]
