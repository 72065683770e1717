"""What a specification asks of an engine stands in what the engine's own `create` makes of the flow."""

from pathlib import Path

import pytest
from deployments import Manifest, deploy
from flows import Runner, compile_flow
from s3 import S3

ENGINES = ("argo-workflows", "step-functions", "airflow")
EXAMPLES = sorted(Path("examples").glob("*_flow.py"))
SPEC = """
tournament Deployed "All that an engine is told"
data mock.regression
model ridge: Ridge { alpha in [0.1, 1, 10] }
model lasso: Lasso { alpha in [0.1, 1, 10] }
model gbm: LGBMRegressor {
  num_leaves in [4, 8]
  resources { cpu = 2, gpu = 1 }
}
run {
  retries  = 2
  timeout  = 30m
  resources { memory = 8GB }
  schedule = cron("0 6 ? * MON *")
  tags     = ["nightly", "team:a"]
}
"""


RACE = SPEC.replace("Deployed", "Raced").replace("[0.1, 1, 10]", "1..10") + "race { after = [2] }\n"


@pytest.mark.parametrize("engine", ENGINES)
def test_each_round_of_a_race_fans_out(s3: S3, tmp_path: Path, engine: str) -> None:
    steps = deploy(Runner(tmp_path), compile_flow(tmp_path, RACE), s3, engine).steps
    assert {name for name, step in steps.items() if step.mapped} == {"fit", "fit_gbm", "fit_2", "fit_2_gbm"}
    assert {"cut", "round_2", "rank"} <= set(steps)


@pytest.fixture(scope="module", params=ENGINES)
def deployed(request: pytest.FixtureRequest, s3: S3, tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    runner = Runner(tmp_path_factory.mktemp("deployed"))
    return deploy(runner, compile_flow(runner.folder, SPEC), s3, request.param)


def test_the_fits_of_each_group_fan_out_and_nothing_else(deployed: Manifest) -> None:
    assert {name for name, step in deployed.steps.items() if step.mapped} == {"fit", "fit_gbm"}
    assert {"start", "fan_out", "gather", "fan_out_gbm", "gather_gbm", "rank", "finish", "end"} <= set(deployed.steps)


def test_every_step_gets_what_it_asks_for(deployed: Manifest) -> None:
    asked = {name: (step.cpu, step.memory, step.gpu) for name, step in deployed.steps.items()}
    assert asked["fit"] == asked["start"] == asked["rank"] == (1, 8192, 0)
    assert asked["fit_gbm"] == asked["finish"] == (2, 8192, 1)


def test_training_ends_in_time(deployed: Manifest) -> None:
    assert {deployed.steps[name].seconds for name in ("fit", "fit_gbm", "finish")} == {1800}


def test_training_is_tried_again(deployed: Manifest) -> None:
    assert deployed.steps["finish"].attempts == 3
    assert deployed.steps["fit"].attempts >= 3  # and more, for `@catch` to say that it died
    assert deployed.steps["end"].attempts == 1


def test_the_schedule_and_the_tags_arrive(deployed: Manifest) -> None:
    assert deployed.schedule in ("0 6 ? * MON", "0 6 ? * MON *", "cron(0 6 ? * MON *)")
    assert deployed.tags == ["nightly", "team:a"]


@pytest.mark.soak
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_can_be_deployed(s3: S3, tmp_path: Path, example: Path, engine: str) -> None:
    flow = tmp_path / example.name
    flow.write_text(example.read_text(encoding="utf-8"), encoding="utf-8")
    steps = deploy(Runner(tmp_path), flow, s3, engine).steps
    assert {name for name, step in steps.items() if step.mapped} == {"fit"}
