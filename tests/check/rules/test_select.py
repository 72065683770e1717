import pytest
from checking import finding, findings

MODELS = (
    'model k: KNeighborsRegressor { n_neighbors in 1..5, weights in ["uniform"] }'
    "\nmodel r: Ridge { alpha ~ uniform(0, 1), search random(2) }"
)


def selecting(rule: str) -> list[tuple[str, str]]:
    return findings(MODELS, f"select {rule}")


@pytest.mark.parametrize(
    "rule",
    [
        "best",
        "one_standard_error(simplest = [-n_neighbors, alpha])",
        "equivalent(margin = 0.01, simplest = [alpha])",
        "equivalent(1%, [alpha])",
    ],
)
def test_ways_to_select(rule: str) -> None:
    assert selecting(rule) == []


@pytest.mark.parametrize(
    ("rule", "code", "marked"),
    [
        ("bset", "MF208", "bset"),
        ("best(3)", "MF203", "3"),
        ("one_standard_error", "MF206", "one_standard_error"),
        ("one_standard_error(simplest = alpha)", "MF301", "alpha"),
        ("one_standard_error(simplest = [])", "MF305", "[]"),
        ("one_standard_error(simplest = [3])", "MF301", "3"),
        ("one_standard_error(simplest = [alpha, n_neighbor])", "MF201", "n_neighbor"),
        ("one_standard_error(simplest = [alpha, -alpha])", "MF202", "alpha"),
        ("one_standard_error(simplest = [weights])", "MF301", '["uniform"]'),
        ("equivalent(simplest = [alpha])", "MF206", "equivalent(simplest = [alpha])"),
        ("equivalent(margin = 0, simplest = [alpha])", "MF302", "0"),
        ("equivalent(margin = none, simplest = [alpha])", "MF301", "none"),
        ("equivalent(margin = 1%, simplest = [gamma])", "MF201", "gamma"),
    ],
)
def test_ways_that_are_none(rule: str, code: str, marked: str) -> None:
    assert selecting(rule) == [(code, marked)]


def test_an_argument_is_suggested() -> None:
    found = finding(MODELS, "select one_standard_error(simplest = [n_neighbor])")
    assert found.help == "did you mean `n_neighbors`?"


def test_steps_can_be_simple_too() -> None:
    step = "model s: Ridge { step pca: PCA { n_components in [2, 3] } }"
    assert findings(step, "select one_standard_error(simplest = [pca__n_components])") == []
