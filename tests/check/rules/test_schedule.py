import pytest
from checking import findings


@pytest.mark.parametrize("cron", ["0 6 * * 1", "*/5 0-6 1,15 * MON-FRI", "0 6 ? * MON *"])
def test_expressions(cron: str) -> None:
    assert findings(f'run {{ schedule = cron("{cron}") }}') == []


@pytest.mark.parametrize(
    ("schedule", "code", "marked"),
    [
        ('cron("0 6 * *")', "MF302", '"0 6 * *"'),
        ('cron("every day at six o\'clock")', "MF302", '"every day at six o\'clock"'),
        ('cron("")', "MF302", '""'),
        ("cron(6)", "MF301", "6"),
        ("cron()", "MF206", "cron"),
        ('cron("0 6 * * 1", 2)', "MF203", "2"),
        ("cron(p)", "MF304", "p"),
    ],
)
def test_what_is_no_expression(schedule: str, code: str, marked: str) -> None:
    assert findings("param p = 3", "seed p", f"run {{ schedule = {schedule} }}") == [(code, marked)]


def test_a_second_schedule() -> None:
    assert findings('run { schedule = daily, schedule = cron("0 6 * * 1") }') == [("MF202", "schedule")]
