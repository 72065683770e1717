import pytest
from checking import finding, findings

SHADOWING = [
    "step",
    "card",
    "retry",
    "catch",
    "timeout",
    "environment",
    "resources",
    "Parameter",
    "str",
    "print",
]


@pytest.mark.parametrize("name", ["Trial", "T", "LightGBMAgainst2Others"])
def test_tournaments_in_cap_words(name: str) -> None:
    assert findings(f"tournament {name}") == []


@pytest.mark.parametrize(
    ("name", "mended"), [("trial", "Trial"), ("noisy_data", "NoisyData"), ("Noisy_Data", "NoisyData")]
)
def test_tournaments_in_other_words(name: str, mended: str) -> None:
    found = finding(f"tournament {name}")
    assert found.code.id == "MF212"
    assert found.fix
    assert found.fix.replacement == mended


def test_a_name_that_cannot_be_mended() -> None:
    assert finding("tournament _1").fix is None


@pytest.mark.parametrize("name", ["FlowSpec", "None", "ValueError", "SEED", "Training"])
def test_tournaments_that_would_hide_something(name: str) -> None:
    assert findings(f"tournament {name}") == [("MF211", name)]


@pytest.mark.parametrize("name", ["class", "lambda"])
def test_keywords_of_python(name: str) -> None:
    assert findings(f"let {name} = 1", f"model r: Ridge {{ alpha in [{name}, 2] }}") == [("MF211", name)]
    assert findings(f"model {name}: Ridge {{ alpha in [1, 2] }}") == [("MF211", name)]


@pytest.mark.parametrize(
    "name", ["next", "input", "fits_per_task", "data", "start", "tag", "_graph", "count", *SHADOWING]
)
def test_names_that_a_parameter_cannot_have(name: str) -> None:
    model = f"model r: Ridge {{ alpha in [{name}, 2] }}"
    assert findings(f"param {name} = 1", model) == [("MF211", name)]
    assert findings(f"let {name} = 1", model) == []


def test_names_declared_twice() -> None:
    found = finding("let a = 1", "model a: Ridge { alpha in [a, 2] }")
    assert (found.code.id, found.message) == ("MF202", "`a` is declared twice")
    assert found.related[0].message == "first declared here"


def test_parameters_that_differ_in_case_alone() -> None:
    model = "model r: Ridge { alpha in [rows, Rows] }"
    assert findings("param rows = 1", "param Rows = 2", model) == [("MF202", "Rows")]
    assert findings("let rows = 1", "param Rows = 2", model) == []


def test_a_parameter_cannot_have_the_name_of_a_models_own_step() -> None:
    assert findings("param fit_ridge = 3", "seed fit_ridge") == [("MF211", "fit_ridge")]
    assert findings("param fit_lasso = 3", "seed fit_lasso") == []


BIG = "resources { cpu = 1 }"


def test_a_models_own_step_is_written_in_small_letters() -> None:
    ridge = "model ridge: Ridge { alpha in [1, 2] }"
    found = finding(f"model KNN: DummyRegressor {{ {BIG} }}", ridge)
    assert found.message == "`KNN` becomes part of a step's name, which Metaflow requires in lower case"
    assert found.label == "expected a name like `knn`"
    assert findings("model KNN: DummyRegressor", ridge) == []
    assert findings("model KNN: DummyRegressor", f"model ridge: Ridge {{ alpha in [1, 2], {BIG} }}") == [
        ("MF211", "KNN")
    ]
