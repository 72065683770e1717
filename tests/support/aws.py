"""AWS on this machine: S3, and beside it AWS Batch, whose jobs are real containers."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import requests
from podman import Podman
from s3 import BUCKET, KEYS, S3, STEP_FUNCTIONS

IN_A_JOB: dict[str, str] = KEYS | {
    "AWS_BATCH_CE_NAME": "machines",
    "AWS_BATCH_JOB_ATTEMPT": "1",
    "AWS_BATCH_JQ_NAME": "queue",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_EXECUTION_ENV": "AWS_ECS_EC2",
}

KERNELS = {name: value for name, value in os.environ.items() if name.startswith("OPENBLAS_")}
"""What chooses the kernels of BLAS on this machine: others may round otherwise."""

PATIENCE = 60  # seconds


class Server(NamedTuple):
    """A server of AWS's interfaces, in a process of its own."""

    process: subprocess.Popen[bytes]
    services: S3

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Let it answer nothing meanwhile: requests wait, as when the network is gone."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


class Cloud(NamedTuple):
    """Two servers, since one can be out of reach while the other is there."""

    storage: Server
    machines: Server
    queue: Mapping[str, str]

    def environment(self, image: str) -> Mapping[str, str]:
        """What makes Metaflow run tasks in containers of an image."""
        return {
            **self.storage.services.environment,
            **self._endpoints,
            **self.queue,
            "METAFLOW_BATCH_CONTAINER_IMAGE": image,
        }

    @property
    def in_a_job(self) -> Mapping[str, str]:
        """What AWS Batch sets in a container, or the account or the machine gives it, and this one does not."""
        return IN_A_JOB | KERNELS | self._endpoints

    def execute_state_machines(self) -> None:
        """Have state machines executed, with a table in which they find how many tasks a step branches into."""
        settings = {"stepfunctions": {"execute_state_machine": True}}
        requests.post(f"{self.machines.services.url}/moto-api/config", json=settings, timeout=PATIENCE)
        self.machines.services.client("dynamodb").create_table(
            TableName=STEP_FUNCTIONS["METAFLOW_SFN_DYNAMO_DB_TABLE"],
            KeySchema=[{"AttributeName": "pathspec", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "pathspec", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )

    @property
    def _endpoints(self) -> dict[str, str]:
        return {"AWS_ENDPOINT_URL": self.machines.services.url, "AWS_ENDPOINT_URL_S3": self.storage.services.url}


@contextmanager
def cloud(podman: Podman) -> Iterator[Cloud]:
    """Start the servers, with an empty bucket and a queue."""
    with _server(podman, "storage") as storage, _server(podman, "machines") as machines:
        storage.services.client("s3").create_bucket(Bucket=BUCKET)
        yield Cloud(storage, machines, _queue(machines.services))


def _queue(services: S3) -> Mapping[str, str]:
    """Make a queue that runs jobs on machines of EC2, and return what tells Metaflow of it."""
    batch, network, people = (services.client(service) for service in ("batch", "ec2", "iam"))
    role = people.create_role(RoleName="tasks", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
    profile = people.create_instance_profile(InstanceProfileName="machines")["InstanceProfile"]["Arn"]
    people.add_role_to_instance_profile(InstanceProfileName="machines", RoleName="tasks")
    computers = {
        "type": "EC2",
        "minvCpus": 0,
        "maxvCpus": 16,
        "instanceTypes": ["m5.large"],
        "instanceRole": profile,
        "subnets": [network.describe_subnets()["Subnets"][0]["SubnetId"]],
        "securityGroupIds": [network.describe_security_groups()["SecurityGroups"][0]["GroupId"]],
    }
    made = batch.create_compute_environment(
        computeEnvironmentName="machines", type="MANAGED", computeResources=computers, serviceRole=role
    )
    order = [{"order": 1, "computeEnvironment": made["computeEnvironmentArn"]}]
    batch.create_job_queue(jobQueueName="queue", state="ENABLED", priority=1, computeEnvironmentOrder=order)
    return STEP_FUNCTIONS | {"METAFLOW_BATCH_JOB_QUEUE": "queue", "METAFLOW_ECS_S3_ACCESS_IAM_ROLE": role}


@contextmanager
def _server(podman: Podman, name: str) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(__file__).with_name("account_server.py")
    moto = [sys.executable, str(program), "-H", "127.0.0.1", "-p", str(port)]
    environment = os.environ | podman.environment | KEYS | {"MOTO_DOCKER_NETWORK_MODE": "host", "MOTO_PORT": str(port)}
    with (podman.state / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(moto, env=environment, stdout=log, stderr=log)
    try:
        _wait(port)
        yield Server(process, S3(f"http://127.0.0.1:{port}"))
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    message = f"nothing listens on port {port}"
    raise TimeoutError(message)
