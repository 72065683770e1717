"""Whole tournaments on AWS Batch, every task in a container of its own: the numbers are those of a run here."""

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from typing import Any

import flow_image
import pandas as pd
import pytest
from elsewhere import look, looking
from far import FEW_TASKS, KEPT, PATIENCE, Far
from faults import assert_same
from flows import Run, Runner, compile_flow
from outcomes import note

pytestmark = pytest.mark.engines

EXAMPLES = Path(__file__).parents[2] / "examples"
MIXED = """
tournament Mixed "Models that ask for machines of their own"
seed 3
data mock.regression { n_samples = 200, n_features = 4, noise = 20 }
folds kfold(3)
model ridge: Ridge { alpha in [0.1, 10] }
model gbm: lightgbm.LGBMRegressor {
  n_estimators = 20
  max_depth in 1..2
  resources { cpu = 2, memory = 1GB }
}
"""


def runs(far: Far, flow: Path, what: str) -> Run:
    """Run a flow here and there, compare the results, and return the run there."""
    began = monotonic()
    here = Runner(flow.parent, PATIENCE).run(flow, *FEW_TASKS)
    between = monotonic()
    there = far.run(flow, *FEW_TASKS)
    took = {"here": between - began, "there": monotonic() - between}
    one, other = look(here, flow.parent), far.look(there, flow.parent / "elsewhere")
    assert_same(one, other)
    assert one.files["leaderboard.csv"] == other.files["leaderboard.csv"]
    assert one.figures == other.figures
    assert len(one.figures) > 1
    seconds = {place: f"{number:,.0f} s" for place, number in took.items()}
    tasks = str(len(set(re.findall(r"/(\w+/\d+) \(pid", there.output))))
    equal = f"`cv_results`, leaderboard, held-out scores, predictions, {len(one.figures)} figures"
    note("runs-on-engines", what, run=what, engine="AWS Batch", tasks=tasks, **seconds, equal=equal)
    return there


def of_example(folder: Path, name: str) -> Path:
    for file in EXAMPLES.glob(f"{name}.csv"):
        shutil.copy(file, folder)
    return compile_flow(folder, (EXAMPLES / f"{name}.mf").read_text(encoding="utf-8"), f"{name}.mf")


@pytest.mark.parametrize("name", ["diabetes", "visits"])
def test_an_example_with_a_file_of_this_machine(far: Far, tmp_path: Path, name: str) -> None:
    runs(far, of_example(tmp_path, name), f"examples/{name}.mf, its CSV file sent along")


def test_ensembles(far: Far, tmp_path: Path) -> None:
    runs(far, of_example(tmp_path, "breast_cancer"), "examples/breast_cancer.mf, with two ensembles")
    [board] = tmp_path.glob("results/*/leaderboard.csv")
    assert {"blend", "stacked"} <= set(pd.read_csv(board)["candidate"])


def test_models_that_ask_for_machines_of_their_own(far: Far, tmp_path: Path) -> None:
    there = runs(far, compile_flow(tmp_path, MIXED), "two models with `resources` of their own")
    fanned = {step + model for step in ("fan_out", "fit", "gather") for model in ("", "_gbm")}
    assert {step_of(job) for job in far.jobs(there)} == {"start", *fanned, "rank", "finish", "end"}
    results_and_export(far, there, tmp_path / "elsewhere")


def step_of(job: Mapping[str, Any]) -> str:
    """Return the step that a job is a task of: the jobs of Metaflow are named `USER-FLOW-RUN-STEP-TASK-ATTEMPT`."""
    return str(job["jobName"].split("-")[3])


def results_and_export(far: Far, run: Run, folder: Path) -> None:
    """Look at a run on S3 by the commands, from another directory."""
    mfc = Path(sys.executable).with_name("mfc")
    name = f"{run.flow_name}/{run.id}"
    around = looking(run, far.environment)
    for words in (["results", name], ["export", name, "best"]):
        ran = subprocess.run([mfc, *words], cwd=folder, env=around, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
        assert "ridge-000" in ran.stdout or words[0] == "export"
    assert {"model.joblib", "predict.py"} <= {file.name for file in (folder / "best").iterdir()}


def test_a_network(far: Far, tmp_path: Path) -> None:
    spec = (EXAMPLES / "quickstart.mf").read_text(encoding="utf-8")
    image = flow_image.build(far.podman, KEPT, spec, "quickstart", far.account.in_a_job)
    runs(far._replace(image=image), of_example(tmp_path, "quickstart"), "examples/quickstart.mf, with TensorFlow")
