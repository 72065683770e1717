import pytest
from checking import plan

from mfc.plan.plan import Resources, Run


def test_what_is_left_out() -> None:
    assert plan().run == Run(None, None, 1, "skip", 1, None, Resources(), None, None, None, ())


def test_settings() -> None:
    run = plan('run { retries = 0, timeout = 30m, project = "houses", tags = ["nightly"], packages = pypi }').run
    assert (run.retries, run.timeout, run.project, run.tags, run.packages) == (0, 1800, "houses", ("nightly",), ())
    assert plan('run { packages = ["pandas==3.1.1"] }').run.packages == ("pandas==3.1.1",)
    assert plan("run { packages = none }").run.packages is None


def test_a_timeout_has_whole_seconds() -> None:
    assert plan("run { timeout = 0.5s }").run.timeout == 1
    assert plan("run { stop_after = 2h }").run.stop_after == 7_200


@pytest.mark.parametrize(
    ("written", "schedule"), [("daily", "daily"), ("hourly", "hourly"), ('cron("0 6 * * 1")', "0 6 * * 1")]
)
def test_schedules(written: str, schedule: str) -> None:
    assert plan(f"run {{ schedule = {written}, retries = 2 }}").run.schedule == schedule


def test_a_model_asks_for_what_the_run_does_unless_it_says_otherwise() -> None:
    first, second = plan(
        "run { resources { cpu = 2, memory = 1.5GB } }",
        "model a: Ridge { alpha in [1, 2] }",
        "model b: Lasso { resources { memory = 8GB, gpu = 1 } }",
    ).models
    assert first.resources == Resources(2, 1536, None)
    assert second.resources == Resources(2, 8192, 1)
