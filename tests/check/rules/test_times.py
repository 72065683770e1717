import pytest
from checking import finding, findings

TIMED = 'data csv("a.csv") { target = a, time = day }'


def found(*declarations: str) -> list[tuple[str, str]]:
    return findings("task regression", TIMED, *declarations)


@pytest.mark.parametrize("folds", ["time_series_split(5, gap = 2)", "predefined(fold)"])
@pytest.mark.parametrize("test", ["last(20%)", "last", "none"])
def test_splits_by_time(folds: str, test: str) -> None:
    assert found(f"test {test}", f"folds {folds}") == []


@pytest.mark.parametrize("folds", ["kfold(5)", "repeated_kfold(5)", "shuffle_split(5)"])
def test_folds_that_know_the_future(folds: str) -> None:
    assert found("test last", f"folds {folds}") == [("MF611", folds.partition("(")[0])]


def test_a_test_that_knows_the_future() -> None:
    assert found("test 20%", "folds time_series_split") == [("MF611", "20%")]


def test_what_is_left_to_the_defaults_is_said_where_the_time_is() -> None:
    assert found("test none") == [("MF611", "day")]
    assert finding("task regression", TIMED, "test none").help == "add `folds time_series_split(5)`"


def test_without_a_time_the_rows_are_taken_as_they_come() -> None:
    assert findings("folds time_series_split(3)") == [("MF612", "time_series_split")]
    assert findings("test last(30%)") == [("MF612", "last")]
