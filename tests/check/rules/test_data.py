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
        'data sklearn("linnerud")',
        "data mock.regression { n_targets = 2 }",
        "data mock.friedman1 { n_samples = 50, noise = 1.0 }",
        "data mock.friedman3 { n_categories = 2 }",
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
        ("data csv(my.path) { target = a }", "MF301", "my.path"),
        ('data python("my.load") { target = a }', "MF301", '"my.load"'),
        ("data python(my.load()) { target = a }", "MF301", "my.load()"),
        ('data sql("select 1 order by 1", url = env(URL)) { target = a }', "MF301", "env(URL)"),
        ('data sql("select 1 order by 1", url = env("a b")) { target = a }', "MF302", '"a b"'),
        ('data sql("select 1 order by 1", env("A", "B")) { target = a }', "MF301", 'env("A", "B")'),
        ('data sql("select 1 order by 1") { target = a }', "MF206", 'sql("select 1 order by 1")'),
        ("data mock.regression(noise = 3)", "MF203", "noise = 3"),
        ("data mock.regression { noise = -3 }", "MF302", "-3"),
        ("data mock.regression { target = price }", "MF203", "target"),
        ('data sklearn("irsi")', "MF208", '"irsi"'),
        ("data sklearn(3)", "MF301", "3"),
        ("data sklearn", "MF206", "sklearn"),
        ('data sklearn("diabetes") { drop = [agee] }', "MF201", "agee"),
    ],
)
def test_sources_that_cannot_be(data: str, code: str, marked: str) -> None:
    task = [] if "mock" in data or "sklearn" in data else ["task regression"]
    assert findings(data, *task) == [(code, marked)]


@pytest.mark.parametrize(
    ("settings", "code", "marked"),
    [
        ("target = a, weight = [b, c]", "MF301", "[b, c]"),
        ("target = a, weight = a", "MF407", "a"),
        ("target = [a, a]", "MF407", "a"),
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


@pytest.mark.parametrize(
    "source",
    [
        'parquet("s3://rows/a.parquet")',
        'sql("select * from a order by id", url = env("DATABASE_URL"))',
        'sql("select * from a order by id", "sqlite:///a.db")',
        "python(my.data.load)",
    ],
)
def test_foreign_sources(source: str) -> None:
    assert findings("task regression", f"data {source} {{ target = [a, b], weight = c }}") == []


def test_the_number_of_targets_is_constant() -> None:
    assert findings("param n = 2", "data mock.regression { n_targets = n }") == [("MF304", "n")]


def test_the_name_of_a_data_set_is_constant() -> None:
    assert findings('param p = "iris"', "data sklearn(p)") == [("MF304", "p")]


def test_a_path_may_depend_on_a_parameter() -> None:
    assert findings('param path = "a.csv"', "task regression", "data csv(path) { target = a }") == []


def test_both_roles_of_a_column_are_named() -> None:
    found = finding("task regression", 'data csv("a.csv") { target = a, drop = [a] }')
    assert found.message == "the column `a` is listed in `target` and in `drop`"


def test_columns_of_a_data_set_are_suggested() -> None:
    assert finding('data sklearn("diabetes") { drop = [bmj] }').help == "did you mean `bmi` or `bp`?"
