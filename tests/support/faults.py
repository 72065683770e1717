"""Ways for a run to come to grief, and what can be seen of it afterwards."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from flows import Run, Runner, clean_environment, flow_name

PATIENCE = 600  # seconds


class Started(NamedTuple):
    """A run on its way."""

    runner: Runner
    flow: Path
    process: subprocess.Popen[str]
    log: Path
    id_file: Path

    def wait_for(self, said: str) -> None:
        """Wait until the run has printed something."""
        self._wait(lambda: re.search(said, self.log.read_text(encoding="utf-8")) is not None)

    def kill(self) -> Run:
        """Kill the runner, as the system does when memory runs out, and wait for the tasks it leaves behind."""
        self.process.kill()
        self.process.wait()
        self._wait(lambda: not any(tasks_of(self.flow)))
        return self._run()

    def end(self) -> Run:
        """Wait until the run is over."""
        self.process.wait(PATIENCE)
        return self._run()

    def _run(self) -> Run:
        output = self.log.read_text(encoding="utf-8")
        succeeded = self.process.returncode == 0
        return Run(self.runner.folder, flow_name(self.flow), self.id_file.read_text(), succeeded, output)

    @staticmethod
    def _wait(happened: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < until, "nothing happens"
            time.sleep(0.05)


def start(
    runner: Runner, flow: Path, *options: str, name: str = "run", inside: tuple[str, ...] = (), **environment: str
) -> Started:
    """Start a run and return at once; `inside` is a command that runs it."""
    log, id_file = runner.folder / f"{name}.log", runner.folder / f"{name}.id"
    command = [*inside, sys.executable, str(flow), "run", "--run-id-file", str(id_file), *options]
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            command,
            cwd=runner.folder,
            env=clean_environment(runner.folder) | environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
    return Started(runner, flow, process, log, id_file)


def tasks_of(flow: Path, *words: str) -> Iterator[int]:
    """Find the processes of a flow's tasks whose commands have these words."""
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            command = (entry / "cmdline").read_text(errors="replace").replace("\0", " ") if entry.name.isdigit() else ""
            if f"{flow} " in command and " step " in command and all(f" {word} " in command for word in words):
                yield int(entry.name)


@contextmanager
def killer(flow: Path, *words: str, most: int = 1000) -> Iterator[list[int]]:
    """Kill the tasks whose commands have these words, as soon as they are seen; return a list of those killed."""
    killed: list[int] = []
    over = Event()

    def watch() -> None:
        while not over.wait(0.02):
            for process in set(tasks_of(flow, *words)) - set(killed):
                if len(killed) < most:
                    os.kill(process, signal.SIGKILL)
                    killed.append(process)

    thread = Thread(target=watch)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()


def started(run: Run, step: str = "fit") -> int:
    """Count the tasks of a step that a run started itself."""
    return len(set(re.findall(rf"/{step}/(\d+) \(pid \d+\)\] Task is starting", run.output)))


def assert_same(one: Run, other: Run) -> None:
    """Compare the results of two runs, to the last bit, but for the seconds they took."""
    first, second = one.cv_results, other.cv_results
    assert first.keys() == second.keys()
    for key in first:
        if not key.endswith("_time"):
            np.testing.assert_array_equal(first[key], second[key], err_msg=key)
    pd.testing.assert_frame_equal(one.leaderboard, other.leaderboard, check_exact=True)
    assert one.test_scores == other.test_scores
    assert_predictions(one.out_of_fold, other.out_of_fold)


def assert_predictions(one: dict[Any, Any], other: dict[Any, Any]) -> None:
    assert one.keys() == other.keys()
    for fit, values in one.items():
        np.testing.assert_array_equal(values, other[fit], err_msg=str(fit))
