import pytest
from checking import finding, findings


def routes(*lines: str) -> list[tuple[str, str]]:
    return findings("preprocess {\n" + "\n".join(lines) + "\n}")


def test_routes() -> None:
    assert (
        routes(
            'numeric -> SimpleImputer(strategy = "median") -> StandardScaler()',
            'categorical -> OneHotEncoder(handle_unknown = "ignore")',
            '[lat, "long itude"] -> my_project.features.Haversine(2, radius = 6371)',
            "[age] -> KBinsDiscretizer",
        )
        == []
    )


@pytest.mark.parametrize(
    ("route", "code", "marked"),
    [
        ("numric -> PCA()", "MF207", "numric"),
        ("[] -> PCA()", "MF305", "[]"),
        ("numeric -> StandardScalar()", "MF208", "StandardScalar"),
        ("numeric -> StandardScaler(with_men = true)", "MF203", "with_men"),
        ("numeric -> PCA(n_components = -1)", "MF302", "-1"),
        ("numeric -> PCA() -> my.lambda.It()", "MF201", "my.lambda.It"),
        ("[a, b, a] -> PCA()", "MF407", "a"),
    ],
)
def test_routes_that_cannot_be(route: str, code: str, marked: str) -> None:
    assert routes(route) == [(code, marked)]


def test_one_route_for_one_role() -> None:
    assert routes("numeric -> PCA()", "numeric -> StandardScaler()") == [("MF407", "numeric")]
    assert routes("[a, b] -> PCA()", "[b] -> StandardScaler()") == [("MF407", "b")]


def test_a_column_may_be_called_like_a_role() -> None:
    assert routes("numeric -> PCA()", "[numeric] -> StandardScaler()") == []


def test_transformers_are_suggested() -> None:
    assert finding("preprocess { numeric -> StandardScalar() }").help == "did you mean `StandardScaler`?"


@pytest.mark.parametrize("role", ["dates", "text"])
def test_a_route_of_listed_columns_needs_a_list(role: str) -> None:
    route = f"preprocess {{ {role} -> StandardScaler() }}"
    assert ("MF407", role) in findings(route)
    assert findings("task regression", f'data csv("a.csv") {{ target = y, {role} = [one] }}', route) == []
