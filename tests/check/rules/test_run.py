import pytest
from checking import findings


def test_settings() -> None:
    assert findings("run { fits_per_task = 1, workers = 8, threads = 2, on_error = stop }") == []
    assert (
        findings('run { retries = 0, timeout = 90s, project = "houses", tags = ["a", "b:c"], schedule = weekly }') == []
    )


@pytest.mark.parametrize("packages", ["pypi", "none", '["scikit-learn==1.9.1", "pandas==3.1.1"]'])
def test_packages(packages: str) -> None:
    assert findings(f"run {{ packages = {packages} }}") == []


@pytest.mark.parametrize(
    ("setting", "code", "marked"),
    [
        ("workers = 0", "MF302", "0"),
        ("threads = 1.5", "MF301", "1.5"),
        ("on_error = skp", "MF302", "skp"),
        ("worker = 3", "MF207", "worker"),
        ("retries = 5", "MF302", "5"),
        ("timeout = 0m", "MF302", "0m"),
        ("timeout = p", "MF304", "p"),
        ("schedule = monthly", "MF302", "monthly"),
        ('tags = "nightly"', "MF301", '"nightly"'),
        ('tags = ["two words"]', "MF302", '"two words"'),
        ('project = "Houses"', "MF302", '"Houses"'),
        ('packages = ["lightgbm>=4"]', "MF302", '"lightgbm>=4"'),
        ("packages = conda", "MF302", "conda"),
        ("fits_per_task = p", "MF304", "p"),
    ],
)
def test_settings_that_cannot_be(setting: str, code: str, marked: str) -> None:
    assert findings("param p = 3", "seed p", f"run {{ {setting} }}") == [(code, marked)]
