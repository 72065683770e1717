"""A whole run whose data, artifacts and results are on S3, looked at from elsewhere by the client API alone."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from flows import Run, Runner, compile_flow
from s3 import S3

pytestmark = pytest.mark.soak  # every object is moved by a process of its own

SPEC = """
tournament Cloudy "All of it on S3"
task regression
seed 3
data csv("{address}") {{ target = y }}
folds kfold(3)
model ridge: Ridge {{ alpha in [0.1, 1] }}
"""
ROWS = "x,z,y\n" + "".join(f"{i},{i % 7},{3 * i + i % 5}\n" for i in range(60))
LOOK = """
import json
from metaflow import Run, namespace
namespace(None)
run = Run({run!r})
data = run.data
print(json.dumps({{
    "succeeded": run.successful,
    "winner": data.winner,
    "leaderboard": list(data.leaderboard["candidate"]),
    "files": {{name: len(content) for name, content in data.files.items()}},
    "figure": data.files["all-scores.png"][:4].hex(),
    "predicted": len(data.model.predict(data.data.drop(columns="y"))),
}}))
"""


@pytest.fixture(scope="module")
def run(s3: S3, tmp_path_factory: pytest.TempPathFactory) -> Run:
    runner = Runner(tmp_path_factory.mktemp("cloudy"))
    address = s3.put("rows.csv", ROWS.encode())
    flow = compile_flow(runner.folder, SPEC.format(address=address))
    return runner.run(flow, "--fits_per_task", "6", METAFLOW_DEFAULT_DATASTORE="s3", **s3.environment)


@pytest.fixture(scope="module")
def seen(run: Run, s3: S3, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a program in another directory sees, with Metaflow's client and nothing else."""
    script = LOOK.format(run=f"Cloudy/{run.id}")
    environment = os.environ | s3.environment | {"METAFLOW_DEFAULT_DATASTORE": "s3", "USERNAME": "tester"}
    environment |= {"METAFLOW_DEFAULT_METADATA": "local", "METAFLOW_DATASTORE_SYSROOT_LOCAL": str(run.folder)}
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    ran = subprocess.run([sys.executable, "-c", script], cwd=elsewhere, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def test_the_results_are_found_from_elsewhere(run: Run, seen: dict[str, Any]) -> None:
    assert seen["succeeded"]
    assert seen["leaderboard"][0] == seen["winner"]
    assert sorted(seen["leaderboard"]) == ["ridge-000", "ridge-001"]
    assert seen["predicted"] == 60


def test_the_figures_and_texts_are_artifacts(seen: dict[str, Any]) -> None:
    assert {"summary.txt", "leaderboard.csv", "all-scores.png", "predicted-vs-true.png"} <= seen["files"].keys()
    assert bytes.fromhex(seen["figure"]) == b"\x89PNG"


def test_nothing_but_metadata_is_on_this_machine(run: Run, s3: S3) -> None:
    blobs = list((run.folder / ".metaflow").glob("Cloudy/data/**/*"))
    assert [path for path in blobs if path.is_file()] == []
    stored = s3.client("s3").list_objects_v2(Bucket="tournaments", Prefix="metaflow/Cloudy/")
    assert stored["KeyCount"] > 20
