import pytest
from checking import finding, findings

from mfc.catalog.entry import Argument
from mfc.check.accept import Subject


def of_ridge(binding: str) -> list[tuple[str, str]]:
    return findings("param p = 3", f"model r: Ridge {{ {binding}, max_iter in [1, 2, p + 1] }}")


@pytest.mark.parametrize(
    "binding",
    [
        "alpha = 0.5",
        "alpha = p",
        "alpha = p * 2",
        "fit_intercept = true",
        'solver = "svd"',
        "random_state = none",
        "alpha in [1, 2.5, p]",
        "alpha in 1..3",
        "alpha in (1, 2)",
        "alpha in 0..10**15, search random(3)",
        "solver = my.module.NAME",
    ],
)
def test_values_that_are_accepted(binding: str) -> None:
    assert of_ridge(binding) == []


@pytest.mark.parametrize(
    ("binding", "code", "marked"),
    [
        ('alpha = "a"', "MF301", '"a"'),
        ("alpha = true", "MF301", "true"),
        ("fit_intercept = 1", "MF301", "1"),
        ("solver = 3", "MF301", "3"),
        ("alpha = -0.5", "MF302", "-0.5"),
        ("alpha = 1 - p", "MF302", "1 - p"),
        ('solver = "svdd"', "MF302", '"svdd"'),
        ('alpha in [0, "a", 1]', "MF301", '"a"'),
        ("alpha in [0, -1]", "MF302", "-1"),
        ("alpha in -3..3", "MF302", "-3..3"),
        ("solver in 1..3", "MF301", "1..3"),
        ("alpha in []", "MF305", "[]"),
        ("alpha in 5", "MF301", "5"),
        ("alpha in p", "MF301", "p"),
        ('solver in "svd"', "MF301", '"svd"'),
    ],
)
def test_values_that_are_not(binding: str, code: str, marked: str) -> None:
    assert of_ridge(binding) == [(code, marked)]


def test_a_set_with_a_name_is_checked_where_it_is_used() -> None:
    assert findings("let values = [1, -1, -2]", "model r: Ridge { alpha in values }") == [("MF302", "values")]


def test_findings_say_what_was_expected() -> None:
    found = finding('model r: Ridge { solver = "svdd", alpha in [1, 2] }')
    assert found.message == '`solver` of `Ridge` cannot be `"svdd"`'
    assert found.label is not None
    assert found.label.startswith('expected one of "auto", "cholesky"')
    assert found.help == "did you mean `svd`?"


def test_findings_say_that_a_default_is_meant() -> None:
    found = finding("param p = -1", "model r: Ridge { alpha = p, max_iter in [1, 2] }")
    assert found.message == "`alpha` of `Ridge` cannot be `-1`, its default"


def test_words_stand_for_themselves_unless_something_is_declared_by_the_name() -> None:
    assert findings("run { on_error = stop }") == []
    assert findings('let stop = "skip"', "run { on_error = stop }") == []
    assert findings("let stop = 3", "run { on_error = stop }") == [("MF301", "stop")]
    assert findings("run { on_error = stopp }") == [("MF302", "stopp")]


def test_of_a_list_of_words_the_wrong_one_is_marked() -> None:
    assert findings("report { figures = [all_scores, pie, 3] }") == [("MF302", "pie"), ("MF301", "3")]


@pytest.mark.parametrize(
    "declaration",
    [
        "seed my.it",
        "test random(my.it)",
        "folds kfold(my.it)",
        "run { workers = my.it }",
        "data mock.classification { weights = [my.it, 1] }\nmodel l: LogisticRegression { C in [1, 2] }",
        "model g: LGBMRegressor { num_leaves in [7, 9]\n early_stopping { patience = my.it, max_iterations = 9 } }",
    ],
)
def test_settings_are_no_objects(declaration: str) -> None:
    assert [code for code, _ in findings(declaration)] == ["MF301"]


def test_a_slot_is_the_subject_of_a_sentence() -> None:
    assert str(Subject(Argument("depth", (), False, None, ""), "`Tree`")) == "`depth` of `Tree`"
