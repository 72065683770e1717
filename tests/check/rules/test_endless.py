import pytest
from checking import finding, findings


def test_thousands_of_iterations() -> None:
    found = finding("model g: LGBMRegressor { n_estimators = 5_000 }", "model l: Lasso")
    assert (found.code.id, found.message) == ("MF606", "`g` always trains for 5,000 iterations")
    assert findings("model n: keras.MLP { epochs = 2000 }", "model l: Lasso") == [("MF606", "epochs = 2000")]


@pytest.mark.parametrize(
    "model",
    [
        "LGBMRegressor { n_estimators = 1999 }",
        "RandomForestRegressor { n_estimators = 5000 }",
        "LGBMRegressor { early_stopping { patience = 3, max_iterations = 5000 } }",
    ],
)
def test_iterations_that_are_few_or_stopped_or_cannot_be(model: str) -> None:
    assert findings(f"model m: {model}", "model l: Lasso") == []
