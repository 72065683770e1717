from checking import finding, findings


def test_a_value_twice_in_a_set() -> None:
    found = finding("model r: Ridge { alpha in [1, 2, 2 - 1] }")
    assert found.code.id == "MF605"
    assert found.message == "`1` is listed twice, which makes the same candidates twice"


def test_values_of_different_types_are_different() -> None:
    assert findings("model r: Ridge { alpha in [1, 1.0] }") == []
