"""Runs on AWS Batch, every task in a container of its own."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any, NamedTuple

from aws import Cloud
from elsewhere import Seen, look
from faults import Started, start
from flows import Run, Runner
from outcomes import BUILD
from podman import Podman

KEPT = BUILD / "engines"
"""What one `make engines` leaves for the next: wheels and images."""

PATIENCE = 1500  # seconds
FEW_TASKS = ("--fits_per_task", "1000")  # one for each model
ON_BATCH = ("--with", "batch", "--max-workers", "2")


class Far(NamedTuple):
    """An account, and the image that tasks run in there."""

    podman: Podman
    account: Cloud
    image: str

    @property
    def environment(self) -> Mapping[str, str]:
        """What makes Metaflow keep artifacts on S3, and run tasks in the image."""
        return {"METAFLOW_DEFAULT_DATASTORE": "s3", **self.account.environment(self.image)}

    def run(self, flow: Path, *options: str, command: str = "run") -> Run:
        """Run a flow, which has to succeed."""
        runner = Runner(flow.parent, PATIENCE)
        return runner.run(flow, *ON_BATCH, *options, command=command, **self.environment)

    def start(self, flow: Path, *options: str) -> Started:
        """Start a run and return at once."""
        return start(Runner(flow.parent, PATIENCE), flow, *ON_BATCH, *options, name="there", **self.environment)

    def look(self, run: Run, folder: Path) -> Seen:
        """Look at a run from another folder."""
        return look(run, folder, self.environment)

    def jobs(self, run: Run, status: str = "SUCCEEDED") -> list[Mapping[str, Any]]:
        """Return what the account knows of the jobs of a run that ended like this, and how their containers ended."""
        batch = self.account.machines.services.client("batch")
        listed = batch.list_jobs(jobQueue="queue", jobStatus=status)["jobSummaryList"]
        of_run = {job["jobId"]: job for job in listed if f"-{run.flow_name}-{run.id}-" in job["jobName"]}
        described = batch.describe_jobs(jobs=[*of_run])["jobs"]
        return [job | {"exitCode": of_run[job["jobId"]].get("container", {}).get("exitCode")} for job in described]

    @contextmanager
    def strike(self, step: str, blow: Callable[[str], object], most: int = 1) -> Iterator[list[str]]:
        """Do something to containers of a step's tasks as they are seen; return a list of those."""
        struck: list[str] = []
        over = Event()

        def watch() -> None:
            while not over.wait(0.5):
                for name in set(self.podman.containers(f"name=-{step}-")) - set(struck):
                    if len(struck) < most:
                        blow(name)
                        struck.append(name)

        thread = Thread(target=watch)
        thread.start()
        try:
            yield struck
        finally:
            over.set()
            thread.join()

    def kill(self, container: str) -> None:
        """Kill a container as soon as its task has begun, as the system does."""
        while "Task is starting." not in self.podman("logs", container):
            time.sleep(0.2)
        self.podman("kill", "--signal=KILL", container)

    def silence(self, _: str) -> None:
        """Let S3 answer nothing for ten seconds."""
        with self.account.storage.silent():
            time.sleep(10)

    def limit(self, container: str) -> None:
        """Give a container no more memory than a small fit needs: the kernel kills it when it wants more."""
        self.podman("update", "--memory=1g", "--memory-swap=1g", container)
