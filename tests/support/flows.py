"""Compile specifications, run their flows through Metaflow, and look at what came of it."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import metaflow

from mfc.diagnostics.render.text import render
from mfc.pipeline import Compilation
from mfc.plan.quick import quick
from mfc.source import Source


def compile_flow(folder: Path, spec: str, name: str = "tournament.mf", *, first_look: bool = False) -> Path:
    """Compile a specification, which has to be right, into a flow in this folder: the whole one, or a first look."""
    compilation = Compilation(Source(name, spec))
    if compilation.has_errors:
        raise AssertionError("\n".join(render(compilation.source, found) for found in compilation.diagnostics))
    flow = folder / name.replace(".mf", "_flow.py")
    plan = quick(compilation.plan, str(folder)) if first_look else None
    flow.write_text(compilation.flow(flow.name, plan), encoding="utf-8")
    return flow


def compile_predict_flow(folder: Path, spec: str, name: str = "tournament.mf") -> Path:
    """Compile the flow that predicts with the final model of a specification's runs into this folder."""
    flow = folder / name.replace(".mf", "_predict_flow.py")
    flow.write_text(Compilation(Source(name, spec)).predict_flow(flow.name), encoding="utf-8")
    return flow


def load_flow(flow: Path) -> ModuleType:
    """Import a flow's file under a name that no other flow has."""
    spec = importlib.util.spec_from_file_location(f"{flow.parent.name}_{flow.stem}".replace("-", "_"), flow)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where NamedTuple and dataclass look the annotations up
    spec.loader.exec_module(module)
    return module


class Task(NamedTuple):
    """What a task left behind: its artifacts, and what it printed."""

    artifacts: dict[str, Any]
    log: str

    def __getattr__(self, name: str) -> Any:
        """Return an artifact."""
        try:
            return self.artifacts[name]
        except KeyError:
            raise AttributeError(name) from None


class Run(NamedTuple):
    """A run that is over, and where its traces are."""

    folder: Path
    flow_name: str
    id: str
    succeeded: bool
    output: str

    def tasks(self, step: str, *artifacts: str) -> list[Task]:
        """Return the tasks of a step as they were started, with these of their artifacts."""
        metaflow.namespace(None)
        metaflow.metadata(f"local@{self.folder}")
        tasks = metaflow.Step(f"{self.flow_name}/{self.id}/{step}").tasks()
        ordered = sorted(tasks, key=lambda task: int(task.id))
        return [
            Task({name: task[name].data for name in artifacts if name in task}, task.stdout + task.stderr)
            for task in ordered
        ]

    def __getattr__(self, name: str) -> Any:
        """Return an artifact of the finished run."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.tasks("end", name)[0], name)

    @property
    def results(self) -> Path:
        """The folder that the run wrote its results to."""
        return self.folder / "results" / self.id


class Runner:
    """Runs flows in a folder of their own, which holds all that they write."""

    def __init__(self, folder: Path, patience: float = 300) -> None:
        self.folder = folder
        self.patience = patience

    def command(self, flow: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Give a flow's file a command."""
        return subprocess.run(
            [sys.executable, flow, *words],
            cwd=self.folder,
            env=clean_environment(self.folder) | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=self.patience,
        )

    def run(self, flow: Path, *options: str, fails: bool = False, command: str = "run", **environment: str) -> Run:
        """Run a flow; unless it is to fail, it has to succeed, or the test shows all that it printed."""
        id_file = self.folder / f"{flow.stem}.run-id"
        id_file.unlink(missing_ok=True)
        ran = self.command(flow, command, "--run-id-file", str(id_file), *options, **environment)
        if (ran.returncode != 0) is not fails:
            message = f"{flow.name} {command} {' '.join(options)} ended with {ran.returncode}:\n{ran.stdout}"
            raise AssertionError(message)
        return Run(self.folder, flow_name(flow), id_file.read_text(), not ran.returncode, ran.stdout)

    def play(self, spec: str, *options: str, name: str = "tournament.mf") -> Run:
        """Compile a specification and run it."""
        return self.run(compile_flow(self.folder, spec, name), *options)


Play = Callable[..., Run]


def flow_name(flow: Path) -> str:
    """Return the name of the flow in a file."""
    line = next(line for line in flow.read_text(encoding="utf-8").splitlines() if "(FlowSpec)" in line)
    return line.removeprefix("class ").partition("(")[0]


def clean_environment(folder: Path) -> Mapping[str, str]:
    """Return an environment in which Metaflow and Matplotlib keep to this folder, whatever the machine's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("METAFLOW_")}
    return kept | {
        "METAFLOW_DATASTORE_SYSROOT_LOCAL": str(folder),
        "METAFLOW_DEFAULT_DATASTORE": "local",
        "METAFLOW_DEFAULT_METADATA": "local",
        "METAFLOW_HOME": str(folder / "no-settings"),
        "USERNAME": "tester",
    }
