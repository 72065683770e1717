import pytest
from checking import CLASSES, checked, findings

SCALED = "preprocess { numeric -> StandardScaler() }"


def logistic(body: str) -> list[tuple[str, str]]:
    declared = CLASSES.replace("{ C in [1, 2] }", f"{{ C in [1, 2], {body} }}")
    return findings(declared, SCALED)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('penalty = "l1", solver = "lbfgs"', [("MF407", 'solver = "lbfgs"')]),
        ('penalty = "l1"', [("MF407", 'penalty = "l1"')]),
        ('penalty = "elasticnet", solver = "liblinear"', [("MF407", 'solver = "liblinear"')]),
        ("l1_ratio = 0.5", [("MF407", "l1_ratio = 0.5")]),
        ("dual = true", [("MF407", "dual = true")]),
        ('penalty in ["l1", "l2"]', [("MF622", 'penalty in ["l1", "l2"]')]),
        (
            'penalty in ["l1", "l2"], space { solver = "saga" }, space { solver = "lbfgs" }',
            [("MF622", 'solver = "lbfgs"')],
        ),
    ],
)
def test_pairs_that_are_refused(body: str, found: list[tuple[str, str]]) -> None:
    assert logistic(body) == found


@pytest.mark.parametrize(
    "body",
    [
        'penalty = "l1", solver = "saga"',
        'penalty = "l1", solver = "liblinear"',
        'penalty = "l2"',
        'solver in ["lbfgs", "saga"]',
        "l1_ratio ~ uniform(0, 1), search random(2)",
        'space { penalty = "l1", solver = "saga" }, space { penalty = "l2" }',
    ],
)
def test_pairs_that_go_together(body: str) -> None:
    assert logistic(body) == []


def test_what_is_said() -> None:
    (found,) = checked(CLASSES.replace("C in [1, 2]", 'C in [1, 2], penalty = "l1"'), SCALED).diagnostics
    assert (
        found.message == '`LogisticRegression` does not support `penalty = "l1"` with `solver = "lbfgs"`, its default'
    )
    assert found.help == 'write `solver = "saga"`, which takes every penalty'


def test_siblings() -> None:
    forest = "model f: ExtraTreesRegressor { n_estimators in [5, 9], oob_score = true }"
    assert findings(forest) == [("MF407", "oob_score = true")]
