import pytest
from checking import findings


@pytest.mark.parametrize(
    ("estimator", "body", "marked"),
    [
        ("keras.MLP", 'activation = "linear"', '"linear"'),
        ("keras.MLP", 'activation in ["relu", "linear"]', '"linear"'),
        ("keras.MLP", 'activation = "linear", hidden_layer_sizes in [(), (3,)]', '"linear"'),
        ("MLPRegressor", 'activation = "identity"', '"identity"'),
    ],
)
def test_linear_hidden_layers(estimator: str, body: str, marked: str) -> None:
    assert findings(f"model n: {estimator} {{ {body} }}", "model l: Lasso") == [("MF621", marked)]


@pytest.mark.parametrize("body", ['activation = "relu"', "", 'activation = "linear", hidden_layer_sizes = ()'])
def test_layers_that_bend_or_are_not_there(body: str) -> None:
    assert findings(f"model n: keras.MLP {{ {body} }}", "model l: Lasso") == []
