import pytest
from checking import finding, findings


def searched(body: str) -> list[tuple[str, str]]:
    return findings(f"model r: Ridge {{ {body} }}", "model l: Lasso")


@pytest.mark.parametrize(
    "body",
    [
        "alpha in [1, 2]",
        "alpha in [1, 2], search grid",
        "alpha in [1, 2, 3], search random(2, seed = 3)",
        "alpha ~ uniform(0, 1), search random(p)",
    ],
)
def test_searches(body: str) -> None:
    assert findings("param p = 3", "seed p", f"model r: Ridge {{ {body} }}", "model l: Lasso") == []


@pytest.mark.parametrize(
    ("body", "code", "marked"),
    [
        ("alpha ~ uniform(0, 1)", "MF404", "alpha"),
        ("alpha ~ uniform(0, 1), search grid", "MF403", "grid"),
        ("alpha in [1, 2], search rndom(3)", "MF208", "rndom(3)"),
        ("alpha in [1, 2], search random", "MF206", "random"),
        ("alpha in [1, 2], search random(0)", "MF302", "0"),
        ("alpha in [1, 2], search grid, search grid", "MF202", "search grid"),
    ],
)
def test_searches_that_cannot_be(body: str, code: str, marked: str) -> None:
    assert searched(body) == [(code, marked)]


def test_an_unreadable_search_is_not_missing() -> None:
    assert [code for code, _ in searched("alpha ~ uniform(0, 1), search 3")] == ["MF101"]


def test_what_is_drawn_is_pointed_to() -> None:
    found = finding("model r: Ridge { alpha ~ uniform(0, 1), search grid }", "model l: Lasso")
    assert found.message == "a grid cannot cover `alpha`, which is drawn at random"
    assert found.related[0].message == "this has infinitely many values"
