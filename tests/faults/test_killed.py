"""Runners and tasks that are killed: no finished fit is lost, and what is resumed ends as if nothing had been."""

from pathlib import Path

import numpy as np
import pytest
from faults import assert_same, killer, start, started
from flows import Run, Runner, compile_flow
from outcomes import Record

SPEC = """
tournament Survivor "A small tournament that comes to grief"
seed 3
data mock.regression { n_samples = 120, n_features = 4, noise = 20 }
folds kfold(3)
model ridge: Ridge { alpha in [0.1, 1, 10, 100] }
run { fits_per_task = 3 }
"""
TASKS = 4


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    return Runner(tmp_path_factory.mktemp("killed"))


@pytest.fixture(scope="module")
def flow(runner: Runner) -> Path:
    return compile_flow(runner.folder, SPEC)


@pytest.fixture(scope="module")
def undisturbed(runner: Runner, flow: Path) -> Run:
    return runner.run(flow)


@pytest.fixture(scope="module")
def killed(runner: Runner, flow: Path) -> Run:
    """A run whose runner is killed after the first fits, one at a time, for those that have begun outlive it."""
    run = start(runner, flow, "--max-workers", "1", name="killed")
    run.wait_for(r"/fit/\d+ \(pid \d+\)\] Task finished")
    return run.kill()


def resume(runner: Runner, flow: Path, run: Run) -> Run:
    return runner.run(flow, "--origin-run-id", run.id, command="resume")


def test_a_killed_run_is_resumed(runner: Runner, flow: Path, undisturbed: Run, killed: Run, record: Record) -> None:
    resumed = resume(runner, flow, killed)
    assert not killed.succeeded
    assert resumed.output.count("Cloning previously run task") >= 2  # `start`, and the fits that were finished
    assert 0 < started(resumed) < TASKS
    assert_same(resumed, undisturbed)
    record(
        "the runner is killed, or its machine stops",
        "tasks that outlive it finish; `resume` continues from what is finished",
        "every finished task; the leaderboard is that of an undisturbed run, to the last bit",
    )


def test_a_changed_specification_is_refused(runner: Runner, killed: Run, record: Record) -> None:
    changed = compile_flow(runner.folder, SPEC.replace("100]", "1000]"), "changed.mf")
    resumed = runner.run(changed, "--origin-run-id", killed.id, command="resume", fails=True)
    assert "start a new run" in resumed.output
    record(
        "the specification changes before `resume`",
        "the run stops and says to start a new one: fits of two specifications are never mixed",
        "the old run, which the old specification still resumes",
    )


@pytest.mark.soak
@pytest.mark.parametrize("step", ["start", "fit", "rank", "finish", "end"])
def test_in_whatever_step(runner: Runner, flow: Path, undisturbed: Run, step: str) -> None:
    run = start(runner, flow, name=f"killed-in-{step}")
    run.wait_for(rf"/{step}/\d+ \(pid \d+\)\] Task is starting")
    assert_same(resume(runner, flow, run.kill()), undisturbed)


@pytest.mark.soak
def test_a_task_that_is_killed_once_is_tried_again(
    runner: Runner, flow: Path, undisturbed: Run, record: Record
) -> None:
    with killer(flow, "step fit", "--split-index 1", most=1) as victims:
        run = start(runner, flow, name="once").end()
    assert len(victims) == 1
    assert "Task is starting (retry)" in run.output
    assert_same(run, undisturbed)
    record(
        "a task is killed once, as when memory runs out (SIGKILL)",
        "it is tried again, `retries` times",
        "everything; the leaderboard is that of an undisturbed run",
    )


@pytest.mark.soak
def test_a_task_that_is_killed_every_time_is_a_failed_candidate(
    runner: Runner, flow: Path, undisturbed: Run, record: Record
) -> None:
    with killer(flow, "step fit", "--split-index 1", most=2) as victims:
        run = start(runner, flow, name="twice").end()
    assert len(victims) == 2
    assert run.succeeded
    assert list(run.fits.loc[run.fits["error"].notna(), "candidate"]) == ["ridge-001"] * 3
    others = np.array([0, 2, 3])
    np.testing.assert_array_equal(
        run.cv_results["mean_test_score"][others], undisturbed.cv_results["mean_test_score"][others]
    )
    record(
        "a task is killed every time",
        "its fits are rows with a reason, its candidates come last; with `on_error = stop` the run ends",
        "all other fits; `resume` takes a failure that was dealt with as it is",
    )


@pytest.mark.soak
def test_a_run_whose_task_cannot_even_fail_is_resumed(
    runner: Runner, flow: Path, undisturbed: Run, record: Record
) -> None:
    with killer(flow, "step fit", "--split-index 1") as victims:
        run = start(runner, flow, name="always").end()
    assert len(victims) > 2
    assert not run.succeeded
    assert_same(resume(runner, flow, run), undisturbed)
    record(
        "a task is killed, and so is whatever would note that it failed",
        "the run ends; `resume` continues",
        "every finished task; the leaderboard is that of an undisturbed run",
    )


@pytest.mark.soak
def test_two_runs_at_once_do_not_know_of_each_other(
    runner: Runner, flow: Path, undisturbed: Run, record: Record
) -> None:
    runs = [start(runner, flow, name=f"twin-{number}") for number in range(2)]
    twins = [run.end() for run in runs]
    assert twins[0].id != twins[1].id
    for twin in twins:
        assert_same(twin, undisturbed)
        assert (twin.results / "leaderboard.csv").read_bytes() == (undisturbed.results / "leaderboard.csv").read_bytes()
    record(
        "two runs of one flow at once",
        "each has its id, its artifacts and its folder of results",
        "both, with equal leaderboards",
    )


@pytest.mark.soak
def test_a_full_disk_under_the_results_costs_the_last_step(
    runner: Runner, flow: Path, undisturbed: Run, record: Record
) -> None:
    (runner.folder / "results").mkdir(exist_ok=True)
    small = 'mount -t tmpfs -o size=32k none results && exec "$@"'
    run = start(
        runner, flow, name="full", inside=("unshare", "--map-root-user", "--mount", "sh", "-c", small, "sh")
    ).end()
    if "unshare" in run.output:
        pytest.skip("no namespaces for mounts on this machine")
    assert not run.succeeded
    assert "No space left on device" in run.output
    resumed = resume(runner, flow, run)
    assert started(resumed, "finish") == 0
    assert_same(resumed, undisturbed)
    assert (resumed.results / "summary.txt").is_file()
    record(
        "the disk is full where the results go",
        "`end` stops with the system's message and leaves no half of a file; `resume` writes the files anew",
        "everything: the files are artifacts of the run, too",
    )
