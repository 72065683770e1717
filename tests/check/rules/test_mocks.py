import pytest
from checking import CLASSES, finding, findings

MODEL = CLASSES.splitlines()[1]


def classes(settings: str) -> list[tuple[str, str]]:
    return findings(f"data mock.classification {{ {settings} }}", MODEL)


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "n_features = 4",
        "n_classes = 4, n_informative = 3",
        "n_informative = 20, n_redundant = 0",
        "n_classes = 3, n_clusters_per_class = 1",
        "n_samples = 10, n_categories = 10",
    ],
)
def test_mocks_that_can_be_made(settings: str) -> None:
    assert classes(settings) == []


@pytest.mark.parametrize(
    ("settings", "marked"),
    [
        ("n_features = 3", "n_features = 3"),
        ("n_features = 5, n_repeated = 2", "n_repeated = 2"),
        ("n_classes = 3", "n_classes = 3"),
        ("n_informative = 1", "n_informative = 1"),
        ("n_samples = 10, n_categories = 11", "n_categories = 11"),
    ],
)
def test_mocks_that_cannot(settings: str, marked: str) -> None:
    assert classes(settings) == [("MF407", marked)]


def test_huge_numbers_are_compared_without_a_power() -> None:
    assert classes("n_informative = 10**9, n_features = 10**10") == []


def test_how_many_features_are_needed_is_said() -> None:
    found = finding("data mock.classification { n_classes = 5 }", MODEL)
    assert found.message == "10 clusters need more than 2 informative features"
    assert found.help == "set `n_informative` to 4 or more"


def test_what_is_wrong_already_is_not_compared() -> None:
    assert classes("n_features = nowhere, n_classes = nobody") == [("MF201", "nowhere"), ("MF201", "nobody")]


def test_a_regression_shares_its_rows() -> None:
    assert findings("data mock.regression { n_samples = 1, n_categories = 2 }") == [("MF407", "n_categories = 2")]
