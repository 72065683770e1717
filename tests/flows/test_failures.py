"""What becomes of fits that fail, of runs that have none left, and of a resumed run whose specification has changed."""

import re
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest
from flows import Run, Runner, compile_flow
from rehearsal import Rehearsal
from sklearn.dummy import DummyRegressor

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
    failed = run.fits.dropna(subset="error")
    assert list(zip(failed["candidate"], failed["fold"], strict=True)) == [("knn-001", fold) for fold in range(3)]
    assert failed["error"].str.startswith(REASON).all()


def test_a_candidate_that_failed_comes_last_as_in_scikit_learn(run: Run) -> None:
    assert list(run.leaderboard["candidate"])[-1] == "knn-001"
    assert list(run.leaderboard["failed"]) == [0, 0, 3]
    assert run.cv_results["rank_test_score"][1] == 3
    assert np.isnan(run.cv_results["mean_test_score"][1])


def test_the_report_tells_of_it(run: Run) -> None:
    _, _, failures = (run.results / "summary.txt").read_text(encoding="utf-8").partition("Failed fits:\n")
    assert re.search(rf"^ *{REASON}.* 3 +knn-001$", failures, re.MULTILINE)


def test_a_changed_specification_cannot_be_resumed(run: Run, runner: Runner) -> None:
    flow = compile_flow(runner.folder, SPEC.replace("1_000", "7"))
    resumed = runner.run(flow, "finish", "--origin-run-id", run.id, fails=True, command="resume")
    assert "start a new run" in resumed.output


def test_without_a_candidate_left_the_run_ends_with_the_reason(tmp_path: Path) -> None:
    rehearsal = Rehearsal(tmp_path, SPEC.replace("[5, 1_000, 3]", "[1_000, 2_000]"))
    with pytest.raises(RuntimeError, match=f"no candidate has a score on every fold: {REASON}"):
        rehearsal.play("rank")


def test_a_run_may_end_at_the_first_failure(tmp_path: Path) -> None:
    rehearsal = Rehearsal(tmp_path, SPEC + "run { on_error = stop }\n")
    with pytest.raises(RuntimeError, match="r2: ValueError: Expected n_neighbors"):
        rehearsal.play("fit")


def test_each_fit_says_why_its_rows_could_not_be_prepared(tmp_path: Path) -> None:
    spec = SPEC.replace("folds", "preprocess { numeric -> PCA(n_components = 50) }\nfolds")
    rehearsal = Rehearsal(tmp_path, spec, fits_per_task=100)
    rehearsal.stage.start()
    [task] = rehearsal.fit()
    assert len(task.fits) == 9
    assert all(row["error"].startswith("ValueError: n_components=50 must be between") for row in task.fits)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("predict", r"Of the winner, OSError: broken\nOf the baseline, OSError: broken\n"),
        ("new_figure", r"predicted-vs-true.png OSError: broken"),
        ("on_card", r"There is no card: OSError: broken"),
        ("gaps_in", r"About the data:\n.*reason why this section is missing\n +OSError: broken\n"),
        ("early_end", r"The most important columns:\n.*reason why this section is missing\n +OSError: broken\n"),
    ],
)
def test_a_finished_tournament_keeps_its_leaderboard_and_its_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, told: str
) -> None:
    rehearsal = Rehearsal(tmp_path, SPEC)
    stage = rehearsal.play("rank")
    rows = stage.data.drop(columns="target")
    monkeypatch.setattr(rehearsal.module, broken, Mock(side_effect=OSError("broken")))
    stage.finish()
    assert re.search(told, stage.files["summary.txt"].decode())
    assert stage.files["leaderboard.csv"].startswith(b"place,candidate")
    assert len(stage.model.predict(rows)) == 60
    assert np.isnan(stage.test_scores["r2"]) == (broken == "predict")


def test_a_baseline_that_cannot_be_trained_is_told_beside_the_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DummyRegressor, "fit", lambda *_: 1 / 0)
    stage = Rehearsal(tmp_path, SPEC).play()
    assert stage.test_scores["r2"] > 0
    assert re.search(r"Of the baseline, ZeroDivisionError: division by zero\n", stage.files["summary.txt"].decode())


def test_a_scorer_of_ones_own_is_given_a_pipeline_for_the_baseline_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own_steps.py").write_text("def steps(model, X, y):\n    return float(len(model[:-1].transform(X)))\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    stage = Rehearsal(tmp_path, SPEC + "score r2, own_steps.steps\n").play()
    assert stage.baseline_scores["steps"] == stage.test_scores["steps"] == 12
