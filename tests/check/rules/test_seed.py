import pytest
from checking import findings


@pytest.mark.parametrize("seed", ["0", "2**32 - 1", "p", "p + 1"])
def test_seeds(seed: str) -> None:
    assert [found for found in findings("param p = 3", f"seed {seed}") if found[0] != "MF603"] == []


@pytest.mark.parametrize(("seed", "code"), [("-1", "MF302"), ("2**32", "MF302"), ("1.5", "MF301"), ("none", "MF301")])
def test_what_is_no_seed(seed: str, code: str) -> None:
    assert findings(f"seed {seed}") == [(code, seed)]
