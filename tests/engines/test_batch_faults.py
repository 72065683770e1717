"""Containers that are killed, run out of memory or time, and a service that does not answer, on AWS Batch."""

import signal
from pathlib import Path

import numpy as np
import pytest
from elsewhere import Seen, look
from far import FEW_TASKS, Far
from faults import assert_same
from flows import Runner, compile_flow
from outcomes import Record

pytestmark = pytest.mark.engines

SMALL = """
tournament Survivor "A small tournament that is disturbed"
seed 3
data mock.regression { n_samples = 120, n_features = 4, noise = 20 }
folds kfold(3)
model ridge: Ridge { alpha in [0.1, 10] }
"""

TOO_MUCH = """
tournament Limited "A fit that wants more memory than its container has, and one that hangs"
seed 3
data mock.regression { n_samples = 120, n_features = 4, noise = 20 }
folds kfold(3)
model ridge: Ridge { alpha in [0.1, 10] }
model wide: MLPRegressor { hidden_layer_sizes in [(8_000, 8_000)] }
model stuck: SGDRegressor { max_iter in [5, 2_000_000_000], tol = none, learning_rate = "constant", eta0 = 1e-9 }
run { timeout = 4m, retries = 0 }
"""


@pytest.fixture
def flow(tmp_path: Path) -> Path:
    return compile_flow(tmp_path, SMALL)


@pytest.fixture
def undisturbed(flow: Path) -> Seen:
    return look(Runner(flow.parent).run(flow), flow.parent)


def test_a_container_is_killed_and_then_s3_is_silent(far: Far, flow: Path, undisturbed: Seen, record: Record) -> None:
    blows = iter([far.kill, far.silence])
    with far.strike("fit", lambda container: next(blows)(container), most=2) as struck:
        run = far.run(flow, *FEW_TASKS)
    assert len(struck) == 2
    assert run.output.count("Task is starting (retry)") == 1
    assert_same(far.look(run, flow.parent / "elsewhere"), undisturbed)
    record(
        "a task's container is killed (SIGKILL)",
        "the job fails, and the task is tried again in a new container, `retries` times",
        "everything; the leaderboard is that of an undisturbed run, to the last bit",
    )
    record(
        "S3 does not answer for ten seconds",
        "requests wait for it, in the runner and in the tasks: no task is tried again",
        "everything; the leaderboard is that of an undisturbed run, to the last bit",
    )


def test_a_killed_runner_is_resumed_there(far: Far, flow: Path, undisturbed: Seen, record: Record) -> None:
    started = far.start(flow, "--max-workers", "1")
    started.wait_for(r"/fit/\d+ \(pid \d+\)\] Task finished")
    killed = started.kill()
    assert not killed.succeeded
    resumed = far.run(flow, "--origin-run-id", killed.id, command="resume")
    assert resumed.output.count("Cloning previously run task") >= 2  # `start`, and at least one fit
    assert_same(far.look(resumed, flow.parent / "elsewhere"), undisturbed)
    record(
        "the runner is killed, or its machine stops",
        "jobs that run end by themselves; `resume --with batch` takes over what is finished",
        "every finished task; the leaderboard is that of an undisturbed run, to the last bit",
    )


def test_memory_and_time_run_out(far: Far, flow: Path, undisturbed: Seen, record: Record) -> None:
    if not far.podman.limits_memory:
        pytest.skip("containers cannot have a limit of memory here: it takes root, or cgroups v2")
    with far.strike("fit", far.limit, most=100) as limited:
        run = far.run(compile_flow(flow.parent, TOO_MUCH, "limited.mf"), *FEW_TASKS, "--max-workers", "3")
    assert len(limited) == 3
    jobs = far.jobs(run, "FAILED")
    [killed] = [job for job in jobs if job["exitCode"] == 128 + signal.SIGKILL]
    [late] = [job for job in jobs if job != killed]
    assert 240 <= (late["stoppedAt"] - late["startedAt"]) / 1000 < 300
    seen = far.look(run, flow.parent / "elsewhere")
    failed = seen.fits.dropna(subset="error")
    assert list(failed["candidate"]) == ["wide-000"] * 3 + ["stuck-000"] * 3 + ["stuck-001"] * 3
    assert list(seen.leaderboard["failed"]) == [0, 0, 3, 3, 3]
    for scores in ("mean_test_score", "std_test_score"):
        np.testing.assert_array_equal(seen.cv_results[scores][:2], undisturbed.cv_results[scores])
    record(
        "a fit wants more memory than its container has (the kernel kills it)",
        "the job fails, as if killed; after the last attempt its fits are rows with a reason",
        "all other tasks",
    )
    record(
        "a fit hangs longer than `timeout`",
        "the job ends when its container has run for that long; after the last attempt its fits are rows with a reason",
        "all other tasks, but not the finished fits of the same task",
    )
