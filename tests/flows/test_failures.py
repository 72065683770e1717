"""What becomes of fits that fail, of runs that have none left, and of a resumed run whose specification has changed."""

from pathlib import Path

import numpy as np
import pytest
from flows import Run, Runner, compile_flow
from rehearsal import Rehearsal

SPEC = """
tournament Failing
data mock.regression { n_samples = 60, n_features = 3 }
folds kfold(3)
model knn: KNeighborsRegressor { n_neighbors in [5, 1_000, 3] }
"""
REASON = "ValueError: Expected n_neighbors <= n_samples_fit"


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    return Runner(tmp_path_factory.mktemp("failing"))


@pytest.fixture(scope="module")
def run(runner: Runner) -> Run:
    return runner.play(SPEC)


def test_a_failed_fit_is_a_row_with_its_reason(run: Run) -> None:
    failed = [row for row in run.fits if row["error"]]
    assert [(row["candidate"], row["fold"]) for row in failed] == [("knn-001", fold) for fold in range(3)]
    assert all(row["error"].startswith(REASON) for row in failed)


def test_a_candidate_that_failed_comes_last_as_in_scikit_learn(run: Run) -> None:
    assert list(run.leaderboard["candidate"])[-1] == "knn-001"
    assert list(run.leaderboard["failed"]) == [0, 0, 3]
    assert run.cv_results["rank_test_score"][1] == 3
    assert np.isnan(run.cv_results["mean_test_score"][1])


def test_the_report_tells_of_it(run: Run) -> None:
    assert f"failed on fold 0, 1, 2: {REASON}" in (run.results / "summary.txt").read_text(encoding="utf-8")


def test_a_changed_specification_cannot_be_resumed(run: Run, runner: Runner) -> None:
    flow = compile_flow(runner.folder, SPEC.replace("1_000", "7"))
    resumed = runner.run(flow, "evaluate", "--origin-run-id", run.id, fails=True, command="resume")
    assert "start a new run" in resumed.output


def test_without_a_candidate_left_the_run_ends_with_the_reason(tmp_path: Path) -> None:
    rehearsal = Rehearsal(tmp_path, SPEC.replace("[5, 1_000, 3]", "[1_000, 2_000]"))
    with pytest.raises(RuntimeError, match=f"no candidate has a score on every fold: {REASON}"):
        rehearsal.play("rank")


def test_a_run_may_end_at_the_first_failure(tmp_path: Path) -> None:
    rehearsal = Rehearsal(tmp_path, SPEC + "run { on_error = stop }\n")
    with pytest.raises(ValueError, match="Expected n_neighbors"):
        rehearsal.play("fit")
