import pytest
from checking import at

UNIX, EVENT_BRIDGE = "0 6 * * 1", "0 6 ? * MON *"


@pytest.mark.parametrize(
    ("target", "fine", "wrong"), [("airflow", UNIX, EVENT_BRIDGE), ("step-functions", EVENT_BRIDGE, UNIX)]
)
def test_engines_have_forms_of_their_own(target: str, fine: str, wrong: str) -> None:
    assert at(target, f'run {{ packages = pypi, schedule = cron("{fine}") }}') == []
    assert at(target, f'run {{ packages = pypi, schedule = cron("{wrong}") }}') == [("MF702", f'"{wrong}"')]


@pytest.mark.parametrize("cron", [UNIX, EVENT_BRIDGE])
def test_metaflow_makes_either_fit_argo(cron: str) -> None:
    assert at("argo", f'run {{ packages = pypi, schedule = cron("{cron}") }}') == []


@pytest.mark.parametrize("target", ["argo", "airflow", "step-functions"])
def test_words_fit_every_engine(target: str) -> None:
    assert at(target, "run { packages = pypi, schedule = weekly }") == []


@pytest.mark.parametrize("target", ["batch", "kubernetes"])
def test_what_only_runs_tasks_keeps_no_schedule(target: str) -> None:
    assert at(target, "run { packages = pypi, schedule = daily }") == [("MF652", "daily")]
