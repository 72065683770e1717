import pytest
from checking import findings

CSV = 'task regression\ndata csv("a.csv") { target = y }'
SVR = "model s: SVR { C in [1, 2] %s }"


@pytest.mark.parametrize(
    "preprocess",
    [
        "",
        'preprocess { numeric -> SimpleImputer(strategy = "mean") }',
        "preprocess { categorical -> TargetEncoder() }",
    ],
)
def test_columns_as_they_are_in_a_file(preprocess: str) -> None:
    assert findings(CSV, preprocess, SVR % "") == [("MF620", "SVR")]


@pytest.mark.parametrize(
    ("preprocess", "body"),
    [
        ("preprocess { numeric -> SimpleImputer() -> StandardScaler() }", ""),
        ("preprocess { numeric -> my.Scaler() }", ""),
        ("preprocess { [a, b] -> RobustScaler }", ""),
        ("", "step scale: MinMaxScaler"),
        ("", "preprocess { numeric -> PowerTransformer() }"),
    ],
)
def test_columns_that_are_scaled(preprocess: str, body: str) -> None:
    assert findings(CSV, preprocess, SVR % f", {body}" if body else SVR % "") == []


def test_a_models_own_preprocessing_takes_the_place_of_the_tournaments() -> None:
    shared = "preprocess { numeric -> StandardScaler() }"
    assert findings(CSV, shared, SVR % ", preprocess { numeric -> SimpleImputer() }") == [("MF620", "SVR")]


def test_who_does_not_mind() -> None:
    assert findings(CSV, "model f: RandomForestRegressor { max_depth in 1..3 }") == []
    assert findings(SVR % "") == []
    assert findings('data sklearn("diabetes")', SVR % "") == []
