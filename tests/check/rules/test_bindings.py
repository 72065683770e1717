import pytest
from checking import findings


def ridge(body: str) -> list[tuple[str, str]]:
    return findings(f"model r: Ridge {{ {body} }}", "model l: Lasso")


def test_arguments() -> None:
    assert ridge('alpha in [0.1, 1], solver = "svd", tol ~ loguniform(1e-5, 1e-2), search random(3)') == []


@pytest.mark.parametrize(
    ("body", "code", "marked"),
    [
        ("alfa = 1", "MF203", "alfa"),
        ("alpha = 1, alpha in [1, 2]", "MF202", "alpha"),
        ('alpha in [0, "a"]', "MF301", '"a"'),
        ("tol ~ uniform(-1, 1), search random(3)", "MF302", "-1"),
        ("fit { a ~ uniform(0, 1) }", "MF404", "a"),
        ("fit { a in [] }", "MF305", "[]"),
        ("space { alfa = 1 }", "MF203", "alfa"),
        ("alpha = 1, space { alpha in [1, 2] }", "MF202", "alpha"),
        ("fit { a = 1, a = 2 }", "MF202", "a"),
        ("fit { class = 2 }", "MF203", "class"),
        ("fit { a = nowhere }", "MF201", "nowhere"),
    ],
)
def test_arguments_that_cannot_be(body: str, code: str, marked: str) -> None:
    assert ridge(body) == [(code, marked)]


def test_fit_stands_once() -> None:
    assert ridge("fit { a = 1 }, fit { b = 1 }") == [("MF202", "fit { b = 1 }")]


def test_required_arguments() -> None:
    assert findings("model s: StackingRegressor", "model l: Lasso") == [("MF206", "StackingRegressor")]


def test_the_arguments_of_an_unknown_estimator_are_left_alone() -> None:
    assert findings("model m: Rigde { alpha = nowhere }", "model l: Lasso") == [("MF205", "Rigde")]
