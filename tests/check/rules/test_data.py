import pytest
from checking import finding, findings

CLASSIFIER = "model l: LogisticRegression { C in [1, 2] }"


def csv(settings: str) -> list[tuple[str, str]]:
    return findings("task regression", f'data csv("a.csv") {{ {settings} }}')


@pytest.mark.parametrize(
    "data",
    [
        "data mock.regression",
        "data mock.regression()",
        "data mock.regression { n_samples = 50, n_categories = 2 }",
        'data sklearn("diabetes")',
        'data sklearn("diabetes") { target = bmi, drop = [age], categorical = ["sex"] }',
        'data sklearn("linnerud") { target = Waist }',
    ],
)
def test_sources(data: str) -> None:
    assert findings(data) == []


def test_columns() -> None:
    assert csv('target = price, numeric = [a, "b c"], categorical = [d], drop = (e,)') == []
    assert csv("target = [price]") == []


@pytest.mark.parametrize(
    ("data", "code", "marked"),
    [
        ("data mock.regresion", "MF208", "mock.regresion"),
        ('data cvs("a.csv")', "MF208", 'cvs("a.csv")'),
        ("data mock.friedman1", "MF501", "mock.friedman1"),
        ('data parquet("a.parquet") { target = a }', "MF501", 'parquet("a.parquet")'),
        ("data mock.regression(noise = 3)", "MF203", "noise = 3"),
        ("data mock.regression { noise = -3 }", "MF302", "-3"),
        ("data mock.regression { target = price }", "MF203", "target"),
        ('data sklearn("irsi")', "MF208", '"irsi"'),
        ("data sklearn(3)", "MF301", "3"),
        ("data sklearn", "MF206", "sklearn"),
        ('data sklearn("linnerud")', "MF501", 'sklearn("linnerud")'),
        ('data sklearn("diabetes") { drop = [agee] }', "MF201", "agee"),
    ],
)
def test_sources_that_cannot_be(data: str, code: str, marked: str) -> None:
    task = [] if "mock" in data or "sklearn" in data else ["task regression"]
    assert findings(data, *task) == [(code, marked)]


@pytest.mark.parametrize(
    ("settings", "code", "marked"),
    [
        ("target = a, group = b", "MF501", "group"),
        ("target = a, time = b", "MF501", "time"),
        ("target = a, weight = b", "MF501", "weight"),
        ("target = [a, b]", "MF501", "b"),
        ("target = []", "MF305", "[]"),
        ("target = a.b", "MF301", "a.b"),
        ("target = 3", "MF301", "3"),
        ("target = a, numeric = b", "MF301", "b"),
        ("target = a, numeric = [b, b]", "MF407", "b"),
        ("target = a, numeric = [b], drop = [a]", "MF407", "a"),
        ("target = a, numeric = [b], categorical = [c, b]", "MF407", "b"),
    ],
)
def test_columns_that_cannot_be(settings: str, code: str, marked: str) -> None:
    assert csv(settings) == [(code, marked)]


def test_the_name_of_a_data_set_is_constant() -> None:
    assert findings('param p = "iris"', "data sklearn(p)") == [("MF304", "p")]


def test_a_path_may_depend_on_a_parameter() -> None:
    assert findings('param path = "a.csv"', "task regression", "data csv(path) { target = a }") == []


def test_both_roles_of_a_column_are_named() -> None:
    found = finding("task regression", 'data csv("a.csv") { target = a, drop = [a] }')
    assert found.message == "the column `a` stands in `target` and in `drop`"


def test_columns_of_a_data_set_are_suggested() -> None:
    assert finding('data sklearn("diabetes") { drop = [bmj] }').help == "did you mean `bmi` or `bp`?"
