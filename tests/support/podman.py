"""Podman with settings and a storage of its own: it runs containers, and speaks Docker's API to those that want it."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

PATIENCE = 30  # seconds
PROGRAMS = ("podman", "runc") if os.getuid() == 0 else ("podman", "runc", "newuidmap")
SETTINGS = """\
[containers]
netns = "host"
cgroups = "no-conmon"
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]

[engine]
runtime = "runc"
"""
"""Containers share the network of the machine, and need no more of it than a container without privileges has."""


class Podman(NamedTuple):
    """Podman's command, with a folder that holds its images."""

    images: Path
    state: Path

    @property
    def environment(self) -> Mapping[str, str]:
        """What makes `podman` use these settings, and Docker's clients this service."""
        settings = {"CONTAINERS_CONF": "containers.conf", "CONTAINERS_STORAGE_CONF": "storage.conf"}
        files = {variable: str(self.state / name) for variable, name in settings.items()}
        folders = dict.fromkeys(("TMPDIR", "XDG_RUNTIME_DIR"), str(self.state))
        return files | folders | {"DOCKER_HOST": self.address}

    @property
    def address(self) -> str:
        """Where the service listens."""
        return f"unix://{self.state / 'podman.sock'}"

    def __call__(self, *words: str | Path, patience: float = 900) -> str:
        """Give podman a command, which has to succeed, and return what it prints."""
        ran = subprocess.run(
            ["podman", *words],
            cwd=self.state,  # where conmon leaves a file when memory runs out
            env=os.environ | self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=patience,
        )
        if ran.returncode:
            message = f"podman {' '.join(map(str, words))} ended with {ran.returncode}:\n{ran.stdout}"
            raise RuntimeError(message)
        return ran.stdout

    @property
    def limits_memory(self) -> bool:
        """Whether containers can have limits of their own: other users than root have none on cgroups v1."""
        return "memory" in self("info", "--format={{.Host.CgroupControllers}}")

    def containers(self, *filters: str) -> list[str]:
        """Return the names of the containers that run, oldest first."""
        chosen = [f"--filter={one}" for one in filters]
        return self("ps", "--format={{.Names}}", "--sort=created", *chosen).split()


@contextmanager
def podman(images: Path) -> Iterator[Podman]:
    """Set podman up, start its service, and leave nothing but the images behind."""
    images.mkdir(parents=True, exist_ok=True)
    # The same each time, since podman goes on using the folder that it finds noted beside the images.
    state = Path(tempfile.gettempdir(), f"podman-{sha256(bytes(images)).hexdigest()[:12]}")
    shutil.rmtree(state, ignore_errors=True)
    state.mkdir(mode=0o700)
    made = Podman(images, state)
    (state / "containers.conf").write_text(SETTINGS, encoding="utf-8")
    storage = {"driver": "overlay", "runroot": str(state / "run")}
    storage |= dict.fromkeys(
        ("graphroot", "rootless_storage_path"), str(images)
    )  # users other than root have the latter
    lines = "".join(f'{name} = "{value}"\n' for name, value in storage.items())
    (state / "storage.conf").write_text(f"[storage]\n{lines}", encoding="utf-8")
    try:
        with _service(made):
            yield made
    finally:
        for log in state.glob("*.log"):
            shutil.copy(log, images.parent)  # what the services said, for whoever looks why a run failed
        made("rm", "--all", "--force", "--time=0")
        made("image", "prune", "--force")
        if os.getuid() != 0:
            made("system", "migrate")  # ends the process that holds the namespace of such a user
        shutil.rmtree(state)


@contextmanager
def _service(made: Podman) -> Iterator[None]:
    log = (made.state / "service.log").open("wb")
    command = ["podman", "system", "service", "--time=0", made.address]
    around = os.environ | made.environment
    service = subprocess.Popen(command, cwd=made.state, env=around, stdout=log, stderr=log, start_new_session=True)
    try:
        until = time.monotonic() + PATIENCE
        while not (made.state / "podman.sock").exists():
            if service.poll() is not None or time.monotonic() > until:
                raise RuntimeError((made.state / "service.log").read_text(encoding="utf-8"))
            time.sleep(0.1)
        yield
    finally:
        service.terminate()
        service.wait(PATIENCE)
        with suppress(ProcessLookupError):
            os.killpg(service.pid, signal.SIGKILL)  # without root, what serves is a child of it and may outlive it
        log.close()


def missing() -> list[str]:
    """Return the programs that this machine would need."""
    return [program for program in PROGRAMS if shutil.which(program) is None]
