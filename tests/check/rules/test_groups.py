import pytest
from checking import checked, finding, findings

GROUPED = 'data csv("a.csv") { target = a, group = patient }'
BOTH = 'data csv("a.csv") { target = a, group = patient, time = day }'


def found(data: str, *declarations: str) -> list[tuple[str, str]]:
    return findings("task regression", data, *declarations)


@pytest.mark.parametrize("folds", ["group_kfold(5)", "leave_one_group_out", "predefined(fold)"])
@pytest.mark.parametrize("test", ["grouped(20%)", "none"])
def test_splits_that_keep_groups_together(folds: str, test: str) -> None:
    assert found(GROUPED, f"test {test}", f"folds {folds}") == []


@pytest.mark.parametrize("folds", ["kfold(5)", "repeated_kfold(5)", "shuffle_split(5)"])
def test_folds_that_tear_groups_apart(folds: str) -> None:
    assert found(GROUPED, "test none", f"folds {folds}") == [("MF610", folds.partition("(")[0])]


def test_a_test_that_tears_groups_apart() -> None:
    assert found(GROUPED, "test 20%", "folds group_kfold") == [("MF610", "20%")]
    assert found(GROUPED, "test random(20%)", "folds group_kfold") == [("MF610", "random")]


def test_what_keeps_the_groups_together_instead() -> None:
    declared = checked("task regression", GROUPED, "test last(20%)", "folds time_series_split")
    torn = [one.help for one in declared.diagnostics if one.code.id == "MF610"]
    assert sorted(filter(None, torn)) == [
        "`group_kfold` keeps each group together",
        "`grouped` keeps each group together",
    ]


def test_what_is_left_to_the_defaults_is_said_where_the_group_is() -> None:
    assert found(GROUPED, "test none") == [("MF610", "patient")]
    diagnostic = finding("task regression", GROUPED, "folds group_kfold")
    assert diagnostic.help == "add `test grouped(20%)`"
    assert diagnostic.message == "the test splits the groups of `patient`: rows of one group can be on both sides"


def test_folds_are_mended() -> None:
    fix = finding("task regression", GROUPED, "test none", "folds kfold(3)").fix
    assert fix
    assert fix.replacement == "group_kfold"
    assert finding("task regression", GROUPED, "test none", "folds shuffle_split(3)").fix is None


@pytest.mark.parametrize("split", ["test grouped(20%)", "folds group_kfold(5)", "folds leave_one_group_out"])
def test_splits_by_group_need_one(split: str) -> None:
    diagnostic = finding(split)
    assert (diagnostic.code.id, diagnostic.label) == ("MF412", "no group column")


@pytest.mark.parametrize("folds", ["group_kfold", "time_series_split"])
@pytest.mark.parametrize("test", ["grouped", "last"])
def test_of_group_and_time_one_may_decide(folds: str, test: str) -> None:
    assert found(BOTH, f"test {test}", f"folds {folds}") == []
    assert found(BOTH, f"test {test}", "folds kfold") == [("MF610", "kfold"), ("MF611", "kfold")]
