"""A tournament deployed to AWS Step Functions: its execution, with AWS Batch behind it, up to the fan-out."""

import json
from collections.abc import Mapping
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from far import PATIENCE, Far
from flows import Runner, compile_flow
from s3 import BUCKET

pytestmark = pytest.mark.engines

SPEC = """
tournament Deployed "Started by Step Functions"
seed 3
data mock.regression { n_samples = 120, n_features = 4, noise = 20 }
folds kfold(3)
model ridge: Ridge { alpha in [0.1, 10] }
model gbm: lightgbm.LGBMRegressor { n_estimators in [10, 20] }
"""


def test_an_execution_gets_as_far_as_moto_carries_it(far: Far, tmp_path: Path) -> None:
    """Metaflow passes `$.['JobId', 'Parameters', …]` on: an object on AWS, a list of the values in moto."""
    flow = compile_flow(tmp_path, SPEC)
    far.account.execute_state_machines()
    command = (flow, "--no-pylint", "step-functions", "create")
    ran = Runner(tmp_path, PATIENCE).command(*command, **far.environment)
    assert ran.returncode == 0, ran.stdout
    ended, states = execution(far, "first")
    assert states == ["start", "#fit"]
    assert (ended["status"], ended["error"]) == ("FAILED", "DynamoDB.AmazonDynamoDBException")
    assert "'$.JobId' could not be found in the input '[" in ended["cause"]
    stored = far.account.storage.services.client("s3").list_objects_v2(
        Bucket=BUCKET, Prefix="metaflow/Deployed/sfn-first/start/"
    )
    assert any(one["Key"].endswith("DONE.lock") for one in stored["Contents"])


def execution(far: Far, name: str) -> tuple[Mapping[str, Any], list[str]]:
    """Execute the state machine, as `step-functions trigger` does; return how it ended, and the states it was in.

    moto gives an execution no name of its own; AWS does, and Metaflow makes the run's name of it.
    """
    machines = far.account.machines.services.client("stepfunctions")
    [machine] = machines.list_state_machines()["stateMachines"]
    given = json.dumps({"Parameters": json.dumps({"fits_per_task": 1000})})
    arn = machines.start_execution(stateMachineArn=machine["stateMachineArn"], name=name, input=given)["executionArn"]
    until = monotonic() + PATIENCE
    while (ended := machines.describe_execution(executionArn=arn))["status"] == "RUNNING":
        assert monotonic() < until, "the execution does not end"
        sleep(2)
    events = machines.get_execution_history(executionArn=arn, maxResults=1000)["events"]
    entered = [event["stateEnteredEventDetails"]["name"] for event in events if "stateEnteredEventDetails" in event]
    return ended, entered
