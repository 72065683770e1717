"""What Metaflow's engines make of a flow: their manifests, read into the few things that a specification decides."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from flows import Runner, flow_name
from s3 import S3


class Step(NamedTuple):
    """A step of a manifest. `mapped` says that it runs once for each item of a list."""

    mapped: bool
    seconds: int
    attempts: int
    cpu: float
    memory: float
    gpu: int


class Manifest(NamedTuple):
    """A deployed flow."""

    steps: Mapping[str, Step]
    schedule: str | None
    tags: list[str]


def deploy(runner: Runner, flow: Path, s3: S3, engine: str) -> Manifest:
    """Compile a flow for an engine, as its `create` does it without a cluster or an account."""
    environment = dict(s3.environment)
    match engine:
        case "argo-workflows":
            return _argo(_printed(runner, flow, environment, engine, "create", "--only-json"))
        case "step-functions":
            _command(runner, flow, environment | s3.job_queue(), engine, "create")
            machines, events = s3.client("stepfunctions"), s3.client("events")
            name = flow_name(flow)
            every = machines.list_state_machines()["stateMachines"]
            [arn] = [one["stateMachineArn"] for one in every if one["name"] == name]
            definition = machines.describe_state_machine(stateMachineArn=arn)["definition"]
            return _step_functions(json.loads(definition), events.list_rules(NamePrefix=name)["Rules"])
        case _:
            target = runner.folder / f"{flow.stem}_dag.py"
            _command(runner, flow, environment, engine, "create", str(target))
            return _airflow(target)


def _command(runner: Runner, flow: Path, environment: Mapping[str, str], *words: str) -> str:
    ran = runner.command(flow, "--no-pylint", "--datastore", "s3", *words, **environment)
    assert ran.returncode == 0, ran.stdout
    return ran.stdout


def _printed(runner: Runner, flow: Path, environment: Mapping[str, str], *words: str) -> dict[str, Any]:
    output = _command(runner, flow, environment, *words)
    document, _ = json.JSONDecoder().raw_decode(output[output.index("{\n") :])
    return dict(document)


def _argo(manifest: dict[str, Any]) -> Manifest:
    templates = {one["name"]: one for one in manifest["spec"]["templates"] if "inputs" in one or "dag" in one}
    mapped = set()
    for template in templates.values():
        for task in template.get("dag", {}).get("tasks", ()):
            if "withParam" in task:
                mapped |= {inner["template"] for inner in templates[task["template"]]["dag"]["tasks"]}
    steps = {}
    for name, one in templates.items():
        if "container" in one:
            asked = one["container"]["resources"]
            steps[name.replace("-", "_")] = Step(
                mapped=name in mapped,
                seconds=one["activeDeadlineSeconds"],
                attempts=one.get("retryStrategy", {"limit": 0})["limit"] + 1,
                cpu=float(asked["requests"]["cpu"]),
                memory=float(asked["requests"]["memory"].removesuffix("M")),
                gpu=int(asked["limits"].get("nvidia.com/gpu", 0)),
            )
    notes = manifest["metadata"]["annotations"]
    schedule = json.loads(notes["metaflow/cron"])["schedule"] if "metaflow/cron" in notes else None
    return Manifest(steps, schedule, json.loads(notes.get("metaflow/tags", "[]")))


def _step_functions(machine: dict[str, Any], rules: list[dict[str, Any]]) -> Manifest:
    steps, tags = {}, []
    for name, state, mapped in _states(machine, mapped=False):
        job = state.get("Parameters", {})
        if "ContainerOverrides" in job:
            asked = {one["Type"]: one["Value"] for one in job["ContainerOverrides"]["ResourceRequirements"]}
            steps[name] = Step(
                mapped=mapped,
                seconds=job["Timeout"]["AttemptDurationSeconds"],
                attempts=job["RetryStrategy"]["Attempts"],
                cpu=float(asked["VCPU"]),
                memory=float(asked["MEMORY"]),
                gpu=int(asked.get("GPU", 0)),
            )
            tags = re.findall(r"--tag ([^\s)]+)", " ".join(job["ContainerOverrides"]["Command"]))
    schedules = [rule["ScheduleExpression"] for rule in rules]
    return Manifest(steps, schedules[0] if schedules else None, list(dict.fromkeys(tags)))


def _states(machine: dict[str, Any], mapped: bool) -> Iterator[tuple[str, dict[str, Any], bool]]:
    for name, state in machine["States"].items():
        yield name, state, mapped
        for branch in state.get("Branches", ()):
            yield from _states(branch, mapped)
        if "Iterator" in state:
            yield from _states(state["Iterator"], mapped=True)


def _airflow(dag: Path) -> Manifest:
    [config] = [
        ast.literal_eval(statement.value)
        for statement in ast.parse(dag.read_text(encoding="utf-8")).body
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "CONFIG"
    ]
    steps = {}
    for name, state in config["states"].items():
        job = state["operator_args"]
        asked = job["resources"]
        steps[name] = Step(
            mapped=state["is_mapper_node"],
            seconds=job["execution_timeout"]["seconds"],
            attempts=job["retries"] + 1,
            cpu=float(asked["requests"]["cpu"]),
            memory=float(asked["requests"]["memory"].removesuffix("M")),
            gpu=int(asked["limits"].get("nvidia.com/gpu", 0)),
        )
    settings = config["dag_instantiation_params"]
    return Manifest(steps, settings["schedule_interval"], list(settings["tags"]))
