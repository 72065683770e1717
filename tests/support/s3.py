"""An S3 server on this machine, and the environments that make Metaflow use it."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

import boto3
from moto.server import ThreadedMotoServer

BUCKET = "tournaments"
KEYS = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", "AWS_DEFAULT_REGION": "us-east-1"}
STEP_FUNCTIONS = {
    "METAFLOW_EVENTS_SFN_ACCESS_IAM_ROLE": "arn:aws:iam::123456789012:role/events",
    "METAFLOW_SFN_IAM_ROLE": "arn:aws:iam::123456789012:role/states",
    "METAFLOW_SFN_DYNAMO_DB_TABLE": "splits",
    "METAFLOW_ECS_S3_ACCESS_IAM_ROLE": "arn:aws:iam::123456789012:role/tasks",
    "METAFLOW_ECS_FARGATE_EXECUTION_ROLE": "arn:aws:iam::123456789012:role/fargate",
}
"""What Metaflow wants to know of an account before it writes a state machine for it."""


class S3(NamedTuple):
    """A server, with one empty bucket."""

    url: str

    @property
    def environment(self) -> Mapping[str, str]:
        """What makes Metaflow, and whatever else reads `s3://` addresses, use this server."""
        return KEYS | {
            "AWS_ENDPOINT_URL": self.url,
            "METAFLOW_DATASTORE_SYSROOT_S3": f"s3://{BUCKET}/metaflow",
            "METAFLOW_DATATOOLS_S3ROOT": f"s3://{BUCKET}/data",
            "METAFLOW_S3_ENDPOINT_URL": self.url,
            "METAFLOW_S3_WORKER_COUNT": "2",
        }

    def client(self, service: str) -> "boto3.client":
        """Return a client of one of the services."""
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name=KEYS["AWS_DEFAULT_REGION"],
            aws_access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
        )

    def put(self, key: str, content: bytes) -> str:
        """Store an object and return its address."""
        self.client("s3").put_object(Bucket=BUCKET, Key=key, Body=content)
        return f"s3://{BUCKET}/{key}"

    def job_queue(self) -> Mapping[str, str]:
        """Make a queue of AWS Batch unless there is one, and return what tells Metaflow of it."""
        batch, network, people = (self.client(service) for service in ("batch", "ec2", "iam"))
        settings = STEP_FUNCTIONS | {"METAFLOW_BATCH_JOB_QUEUE": "queue"}
        if batch.describe_job_queues()["jobQueues"]:
            return settings
        role = people.create_role(RoleName="batch", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
        made = batch.create_compute_environment(
            computeEnvironmentName="fargate",
            type="MANAGED",
            computeResources={
                "type": "FARGATE",
                "maxvCpus": 16,
                "subnets": [network.describe_subnets()["Subnets"][0]["SubnetId"]],
                "securityGroupIds": [network.describe_security_groups()["SecurityGroups"][0]["GroupId"]],
            },
            serviceRole=role,
        )
        order = [{"order": 1, "computeEnvironment": made["computeEnvironmentArn"]}]
        batch.create_job_queue(jobQueueName="queue", state="ENABLED", priority=1, computeEnvironmentOrder=order)
        return settings


@contextmanager
def s3_server() -> Iterator[S3]:
    """Run a server on a free port of the loopback address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # or it prints a line for each request
    server.start()
    host, port = server.get_host_and_port()
    s3 = S3(f"http://{host}:{port}")
    try:
        s3.client("s3").create_bucket(Bucket=BUCKET)
        yield s3
    finally:
        server.stop()
