"""Fits that raise, hang or want too much memory, and data that cannot be read."""

from pathlib import Path

import pytest
from faults import assert_same
from flows import Run, Runner, compile_flow
from outcomes import Record

DATA = """
seed 3
data mock.regression { n_samples = 120, n_features = 4, noise = 20 }
folds kfold(3)
"""
HANGING = f"""
tournament Hanging
{DATA}
model ridge: Ridge {{ alpha in [0.1, 1] }}
model slow: LGBMRegressor {{ n_estimators in [5, 1_000_000_000] }}
model stuck: SGDRegressor {{ max_iter = 2_000_000_000, tol = none, learning_rate = "constant", eta0 = 1e-9 }}
run {{ timeout = 12s, retries = 0 }}
"""
FAILING = f"""
tournament Failing
{DATA}
model ridge: Ridge {{ alpha in [0.1, 1] }}
model knn: KNeighborsRegressor {{ n_neighbors in [5, 1_000] }}
model net: MLPRegressor {{ hidden_layer_sizes in [(1_000_000, 1_000_000)] }}
"""
CSV = """
tournament Corrupt
task regression
data csv("rows.csv") { target = y }
folds kfold(3)
model ridge: Ridge { alpha in [0.1, 1] }
"""


LOSING = f"""
tournament Losing
{DATA}
model ridge: Ridge {{ alpha in [0.1, 1, 10, 100] }}
run {{ retries = 0 }}
"""


@pytest.fixture(scope="module")
def hanging(tmp_path_factory: pytest.TempPathFactory) -> Run:
    runner = Runner(tmp_path_factory.mktemp("hanging"))
    flow = compile_flow(runner.folder, HANGING)
    text = flow.read_text(encoding="utf-8")
    assert "\nGRACE = 10 " in text
    flow.write_text(text.replace("\nGRACE = 10 ", "\nGRACE = 1 "), encoding="utf-8")  # for the test to be shorter
    return runner.run(flow)


def errors(run: Run) -> dict[str, list[str]]:
    """Return the errors of each candidate that has any, fold by fold."""
    failed = run.fits.dropna(subset="error")
    return {candidate: list(errors) for candidate, errors in failed.groupby("candidate")["error"]}


def test_a_fit_that_takes_too_long_ends_and_the_others_count(hanging: Run, record: Record) -> None:
    assert errors(hanging).keys() == {"slow-001", "stuck-000"}
    assert errors(hanging)["slow-001"] == ["no result within 12 seconds"] * 3
    assert list(hanging.leaderboard["failed"]) == [0, 0, 0, 3, 3]
    record(
        "a fit takes longer than `timeout`",
        "the task ends at once; this fit and those of the task that had not begun are rows with that reason",
        "all finished fits, those of the same task too",
    )


def test_a_call_into_c_that_never_returns_ends_as_well(hanging: Run, record: Record) -> None:
    assert len(errors(hanging)["stuck-000"]) == 3
    assert "Timeout (0:00:13)!" in hanging.output
    assert "_stochastic_gradient.py" in hanging.output  # it says where it hung
    record(
        "a fit hangs in C, where Python's signals do not reach it",
        "the process ends ten seconds after `timeout`, and its log says where it hung; it is tried again as if killed",
        "all other tasks",
    )


def test_tasks_that_end_with_different_exceptions_are_rows(tmp_path: Path) -> None:
    """Metaflow keeps the exception of each as an artifact, and merges no artifacts that differ."""
    flow = compile_flow(tmp_path, LOSING)
    text = flow.read_text(encoding="utf-8")
    raising = 'int(current.task_id) < 4 or int("the fits of " + current.task_id)\n        self.fits = run_fits('
    assert "self.fits = run_fits(" in text
    flow.write_text(text.replace("self.fits = run_fits(", raising), encoding="utf-8")
    run = Runner(tmp_path).run(flow, "--fits_per_task", "3")
    found = errors(run)
    assert len(found) == 2
    assert all("the fits of" in error for several in found.values() for error in several)
    assert sorted(run.leaderboard["failed"]) == [0, 0, 3, 3]


@pytest.mark.soak
def test_what_raises_and_what_wants_too_much_memory_are_rows(tmp_path: Path, record: Record) -> None:
    run = Runner(tmp_path).play(FAILING)
    found = errors(run)
    assert found.keys() == {"knn-001", "net-000"}
    assert all("MemoryError" in error for error in found["net-000"])
    assert all(error.startswith("ValueError") for error in found["knn-001"])
    record(
        "a candidate raises an exception, `MemoryError` among them",
        "the fit is a row with its reason, the candidate comes last",
        "all other fits",
    )


@pytest.mark.soak
def test_a_corrupt_file_stops_the_run_before_the_first_fit(tmp_path: Path, record: Record) -> None:
    runner = Runner(tmp_path)
    flow, data = compile_flow(tmp_path, CSV), tmp_path / "rows.csv"
    good = "x,y\n" + "".join(f"{i},{i * i}\n" for i in range(40))
    data.write_bytes(b'x,y\n1,"2\n\xff\xfe\x00,,,\n3')
    broken = runner.run(flow, fails=True)
    assert "/fit/" not in broken.output
    data.write_text(good)
    resumed = runner.run(flow, "--origin-run-id", broken.id, command="resume")
    assert_same(resumed, runner.run(flow))
    record(
        "the data file is corrupt, or has not the columns that it should",
        "`start` stops the run and says why, before any fit; `resume` reads the mended file",
        "there is nothing yet to lose",
    )
