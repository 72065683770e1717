from checking import findings


def test_arguments_of_what_the_catalog_does_not_know() -> None:
    found = findings("preprocess { numeric -> my.Thing(nowhere, a = 1, a = 2, class = 3) }")
    assert found == [("MF201", "nowhere"), ("MF202", "a"), ("MF203", "class")]


def test_a_keras_network_stands_by_itself() -> None:
    bagging = "model b: BaggingRegressor { estimator = keras.MLP(epochs = 3) }"
    assert findings(bagging, "model l: Lasso") == [("MF501", "keras.MLP")]


def test_calls_inside_of_calls() -> None:
    bagging = "model b: BaggingRegressor { estimator = BaggingRegressor(estimator = Ridge(aplha = 1), n_jbos = 2) }"
    assert findings(bagging, "model l: Lasso") == [("MF203", "aplha"), ("MF203", "n_jbos")]


def test_a_call_with_a_name_is_checked_where_it_is_declared() -> None:
    declared = (
        "let inner = Ridge(alpha = -1)",
        "model b: BaggingRegressor { estimator = inner, n_estimators in [2, 3] }",
    )
    assert findings(*declared) == [("MF302", "-1")]


def test_what_is_called_may_be_unknown() -> None:
    assert findings("model b: BaggingRegressor { estimator = Rigde(alpha = 1) }", "model l: Lasso") == [
        ("MF208", "Rigde")
    ]
