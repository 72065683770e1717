from checking import finding, findings

WEIGHTED = 'data csv("a.csv") { target = a, weight = w }'


def test_models_that_take_weights() -> None:
    assert findings("task regression", WEIGHTED) == []


def test_models_that_take_none() -> None:
    near = "preprocess { numeric -> StandardScaler() }\nmodel near: KNeighborsRegressor { n_neighbors in [3, 5] }"
    found = finding("task regression", WEIGHTED, near)
    assert (found.code.id, found.label) == ("MF613", "ignores the weights")
    assert found.related[0].message == "the weights are here"
    assert findings("task regression", 'data csv("a.csv") { target = a }', near) == []
