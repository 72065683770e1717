import pytest
from checking import findings


@pytest.mark.parametrize("body", ["", "alpha = 1", "alpha in [1]", "alpha ~ uniform(0, 1), search random(1)"])
def test_one_candidate(body: str) -> None:
    assert findings(f"model r: Ridge {{ {body} }}") == [("MF602", "r")]


@pytest.mark.parametrize(
    "body", ["alpha in [1, 2]", "alpha ~ uniform(0, 1), search random(2)", "alpha ~ uniform(0, 1), search random(p)"]
)
def test_several(body: str) -> None:
    assert findings("param p = 1", "seed p", f"model r: Ridge {{ {body} }}") == []


def test_several_models_and_models_that_could_not_be_read() -> None:
    assert findings("model r: Ridge", "model l: Lasso") == []
    assert findings("model r: Ridge", "model = 3", "seed 1") == [("MF101", "=")]
