import pytest
from checking import finding, findings

MODELS = "model ridge: Ridge { alpha in [1, 2, 3] }\nmodel near: KNeighborsRegressor { n_neighbors in [3, 5] }"


def found(*ensembles: str) -> list[tuple[str, str]]:
    return findings(MODELS, *ensembles)


@pytest.mark.parametrize(
    "ensemble",
    [
        "average",
        "average { top = 5 }",
        "average { members = [ridge, near] }",
        "greedy { rounds = 10, top = 3 }",
        "stack { final = Ridge(alpha = 1.0) }",
    ],
)
def test_ensembles(ensemble: str) -> None:
    assert found(f"ensemble blend: {ensemble}") == []


@pytest.mark.parametrize(
    ("ensemble", "code", "marked"),
    [
        ("averge", "MF208", "averge"),
        ("average { rounds = 3 }", "MF207", "rounds"),
        ("stack { top = 2 }", "MF206", "stack"),
        ("average { top = 0 }", "MF302", "0"),
        ("greedy { rounds = 1.5 }", "MF301", "1.5"),
        ("average { top = 6 }", "MF431", "6"),
        ("average { top = 4, members = [ridge] }", "MF431", "4"),
        ("average { members = ridge }", "MF301", "ridge"),
        ("average { members = [] }", "MF305", "[]"),
        ("average { members = [ridge, nera] }", "MF201", "nera"),
        ("average { members = [ridge, 3, near] }", "MF201", "3"),
        ("average { members = [ridge, near, near] }", "MF202", "near"),
        ("average { members = [ridge, near, other] }\nensemble other: average", "MF201", "other"),
    ],
)
def test_mistakes(ensemble: str, code: str, marked: str) -> None:
    assert found(f"ensemble blend: {ensemble}") == [(code, marked)]


def test_a_misspelt_member_and_kind_have_suggestions() -> None:
    assert finding(MODELS, "ensemble e: average { members = [ridge, nera] }").help == "did you mean `near`?"
    assert finding(MODELS, "ensemble e: averge").help == "did you mean `average`?"


def test_an_ensemble_shares_its_name_with_nothing() -> None:
    assert found("ensemble ridge: average") == [("MF202", "ridge")]
    assert found("ensemble e: average", "ensemble e: greedy") == [("MF202", "e")]


def test_an_ensemble_is_no_value() -> None:
    assert finding(MODELS, "ensemble e: average", "seed e").message == "`e` is an ensemble, not a value"
