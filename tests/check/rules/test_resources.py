import pytest
from checking import findings


def test_resources_of_all_and_of_a_model() -> None:
    assert findings("run { resources { cpu = 2, memory = 8GB } }") == []
    model = "model ridge: Ridge { alpha in [1, 2], resources { gpu = 1 } }"
    assert findings(model) == []


@pytest.mark.parametrize(
    ("setting", "code", "marked"),
    [
        ("cpu = 0", "MF302", "0"),
        ("memory = big", "MF201", "big"),
        ("gpu = 0.5", "MF301", "0.5"),
        ("disk = 10GB", "MF207", "disk"),
        ("cpu = p", "MF304", "p"),
    ],
)
def test_what_cannot_be_asked(setting: str, code: str, marked: str) -> None:
    assert findings("param p = 3", "seed p", f"run {{ resources {{ {setting} }} }}") == [(code, marked)]
    found = findings("param p = 3", "seed p", f"model ridge: Ridge {{ alpha in [1, 2], resources {{ {setting} }} }}")
    assert found == [(code, marked)]


def test_a_second_block() -> None:
    assert findings("run { resources { cpu = 1 }, resources { gpu = 1 } }") == [("MF202", "resources")]
