import pytest
from checking import findings


def test_settings() -> None:
    assert findings("run { fits_per_task = 1, workers = 8, threads = 2, on_error = stop }") == []


@pytest.mark.parametrize(
    ("setting", "code", "marked"),
    [
        ("workers = 0", "MF302", "0"),
        ("threads = 1.5", "MF301", "1.5"),
        ("on_error = skp", "MF302", "skp"),
        ("worker = 3", "MF207", "worker"),
        ("retries = 3", "MF501", "retries"),
        ("timeout = 30m", "MF501", "timeout"),
        ("schedule = daily", "MF501", "schedule"),
        ("tags = nowhere", "MF501", "tags"),
        ("fits_per_task = p", "MF304", "p"),
    ],
)
def test_settings_that_cannot_be(setting: str, code: str, marked: str) -> None:
    assert findings("param p = 3", "seed p", f"run {{ {setting} }}") == [(code, marked)]
