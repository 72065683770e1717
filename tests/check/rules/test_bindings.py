import pytest
from checking import finding, findings, spec


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


@pytest.mark.parametrize(
    ("estimator", "body"),
    [
        ("ElasticNet", "alpha = [0.1, 1, 10]"),
        ("Ridge", 'solver = ("svd", "lsqr")'),
        ("DecisionTreeRegressor", "max_depth = 3..9"),
        ("KNeighborsRegressor", "n_neighbors =[3, 5]"),
        ("Ridge", "step pca: PCA { n_components = [2, 3] }"),
    ],
)
def test_several_values_are_tried_with_in(estimator: str, body: str) -> None:
    declared = f"model m: {estimator} {{ {body} }}"
    text = spec(declared, "model l: Lasso", "preprocess { numeric -> StandardScaler() }")
    found = finding(declared, "model l: Lasso", "preprocess { numeric -> StandardScaler() }")
    assert (found.code.id, found.fix and found.fix.title) == ("MF301", "use `in` to try each value")
    assert found.fix
    mended = text[: found.fix.span.start] + found.fix.replacement + text[found.fix.span.end :]
    assert body.replace(" = ", " in ").replace(" =[", " in [") in mended


@pytest.mark.parametrize(
    ("estimator", "body"),
    [
        ("MLPRegressor", "hidden_layer_sizes = [15, 15]"),
        ("Ridge", "alpha = [0.1, 1]"),
        ("Lasso", 'alpha = [0.1, "a"]'),
        ("Lasso", "alpha = []"),
    ],
)
def test_lists_that_are_one_value_or_none(estimator: str, body: str) -> None:
    found = findings(
        f"model m: {estimator} {{ {body} }}", "model l: LinearRegression", "preprocess { numeric -> StandardScaler() }"
    )
    assert [code for code, _ in found] == (["MF301"] if estimator == "Lasso" else [])
