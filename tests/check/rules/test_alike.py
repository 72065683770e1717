import pytest
from checking import finding, findings

STOP = "early_stopping {{ patience = {}, max_iterations = 100 }}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ridge { alpha in [1, 2], tol = 1e-3 }", "Ridge { tol = 1e-3, alpha in [1, 2] }"),
        ("Ridge", "sklearn.linear_model.Ridge"),
        (f"LGBMRegressor {{ {STOP.format(3)} }}", f"LGBMRegressor {{ {STOP.format(3)} }}"),
        ("Ridge { fit { a = 1 } }", "Ridge { fit { a = 1 } }"),
    ],
)
def test_the_same_model_twice(one: str, other: str) -> None:
    found = finding(f"model a: {one}", f"model b: {other}")
    assert (found.code.id, found.message) == ("MF605", "`b` and `a` are the same model with the same arguments")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ridge { alpha = 1 }", "Ridge { alpha = 2 }"),
        ("Ridge", "Lasso"),
        (f"LGBMRegressor {{ {STOP.format(3)} }}", f"LGBMRegressor {{ {STOP.format(4)} }}"),
        (
            "Ridge { alpha ~ uniform(0, 1), search random(2, seed = 1) }",
            "Ridge { alpha ~ uniform(0, 1), search random(2, seed = 2) }",
        ),
    ],
)
def test_different_models(one: str, other: str) -> None:
    assert findings(f"model a: {one}", f"model b: {other}") == []
