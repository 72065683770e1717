"""A tournament that an ensemble wins, through Metaflow: members are killed, or fail at last, and it is resumed."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import metaflow
import numpy as np
import pandas as pd
import pytest
from flows import Run, Runner, compile_flow, compile_predict_flow
from sklearn.ensemble import VotingRegressor

from mfc.runs.export import export

SUPPORT = Path(__file__).parents[1] / "support"
SPEC = """
tournament Won "An ensemble of trees"
seed 5
data mock.friedman1 { n_samples = 200, noise = 1.0 }
folds kfold(4)
model trees: own_models.Fragile { random_state in [1, 2, 3, 4, 5] }
model killed: own_models.Fragile { killed_at = 120 }
model late: own_models.Fragile { fails_at = 200, random_state in [6, 7] }
ensemble forest: average { top = 7 }
run {
  fits_per_task = 20
  retries       = 0
}
"""
MEMBERS = {*(f"trees-00{number}" for number in range(5)), "late-000", "late-001"}
KEPT = sorted(name for name in MEMBERS if name.startswith("trees"))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run it until `finish` fails, and resume it."""
    runner = Runner(tmp_path_factory.mktemp("won"))
    flow = compile_flow(runner.folder, SPEC)
    broken = runner.run(flow, fails=True, PYTHONPATH=str(SUPPORT), FRAGILE="160")
    assert "forest cannot be trained" in broken.output
    return runner.run(flow, "--origin-run-id", broken.id, command="resume", PYTHONPATH=str(SUPPORT))


def test_a_candidate_whose_task_was_killed_is_no_member(run: Run) -> None:
    assert run.fits["error"][run.fits["candidate"] == "killed-000"].notna().all()
    assert set(run.ensembles["forest"]["members"]) == MEMBERS
    assert run.winner == "forest"
    assert len(run.cv_results["candidate"]) == 8
    assert run.leaderboard["candidate"][0] == "forest"
    assert list(run.leaderboard["candidate"])[-1] == "killed-000"


def test_a_member_that_fails_at_last_is_left_out_and_named(run: Run) -> None:
    assert run.lost_members == dict.fromkeys(["late-000", "late-001"], "RuntimeError: 200 rows are too many")
    assert sorted(name for name, _ in run.model.estimators) == KEPT
    summary = (run.results / "summary.txt").read_text(encoding="utf-8")
    _, _, members = summary.partition("The members of forest:\n")
    assert members.count("20.0%") == 5
    assert members.count("RuntimeError: 200 rows are too many") == 2


def test_the_held_out_score_is_that_of_scikit_learns_vote(run: Run) -> None:
    sys.path.insert(0, str(SUPPORT))
    from own_models import Fragile

    trees = {f"trees-00{number}": Fragile(random_state=number + 1) for number in range(5)}
    trees |= {f"late-00{number}": Fragile(random_state=number + 6) for number in range(2)}
    training, testing = run.data.iloc[run.train_rows], run.data.iloc[run.test_rows]
    vote = VotingRegressor([(name, trees[name]) for name in run.ensembles["forest"]["members"]])
    vote.fit(training.drop(columns="target"), training["target"])
    expected = vote.score(testing.drop(columns="target"), testing["target"])
    assert run.test_scores["r2"] == pytest.approx(expected, abs=1e-12)


def test_it_is_exported_with_a_program_and_a_card(run: Run, tmp_path: Path) -> None:
    export(client(run), tmp_path / "out")
    features = run.data.drop(columns="target")
    features.to_csv(tmp_path / "rows.csv", index=False)
    command = [sys.executable, "out/predict.py", "rows.csv"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env={"PYTHONPATH": str(SUPPORT)})
    assert (ran.returncode, ran.stderr) == (0, "")
    np.testing.assert_allclose(pd.read_csv(StringIO(ran.stdout))["predicted"], run.model.predict(features), rtol=1e-12)
    card = (tmp_path / "out" / "model-card.md").read_text(encoding="utf-8")
    assert "It is an ensemble of candidates, whose predictions are combined by their mean." in card
    assert card.count("| 20.0% |") == 5
    assert "| `late-000` | RuntimeError: 200 rows are too many |" in card


def test_the_flow_that_predicts_does_so_with_the_ensemble(run: Run) -> None:
    features = run.data.drop(columns="target")
    features.to_csv(run.folder / "rows.csv", index=False)
    flow = compile_predict_flow(run.folder, SPEC)
    scored = Runner(run.folder).run(flow, "--data", "rows.csv", PYTHONPATH=str(SUPPORT))
    np.testing.assert_allclose(scored.predictions["predicted"], run.model.predict(features), rtol=1e-12)


def client(run: Run) -> metaflow.Run:
    metaflow.namespace(None)
    metaflow.metadata(f"local@{run.folder}")
    return metaflow.Run(f"{run.flow_name}/{run.id}")
