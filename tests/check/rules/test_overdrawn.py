import pytest
from checking import finding, findings


def test_more_draws_than_points() -> None:
    found = finding("model r: Ridge { alpha in [1, 2], max_iter in 1..3, search random(7) }")
    assert (found.code.id, found.message) == ("MF604", "`r` has 6 candidates, but 7 are to be drawn")
    assert findings("model r: Ridge { search random(7) }", "model l: Lasso") == [("MF604", "random(7)")]


@pytest.mark.parametrize(
    "body", ["alpha in [1, 2], search random(2)", "alpha ~ uniform(0, 1), max_iter in [1, 2], search random(9)"]
)
def test_enough_points(body: str) -> None:
    assert findings(f"model r: Ridge {{ {body} }}") == []
