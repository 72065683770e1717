"""Run a flow with Metaflow's `Runner`, report its progress, and end it cleanly when interrupted."""

from __future__ import annotations

import asyncio
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from ..cli.run import NEEDS_METAFLOW
from ..runs.failure import find_failure
from ..runs.launch import PATIENCE, environment
from .errors import MfcError
from .run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..plan.plan import Plan
    from ..runs.first_look import Written
    from ..runs.observe import Observer
    from ..runs.progress import Progress

LOOK_EVERY = 0.5
GRACE = 5
"""Seconds that a run has to end after an interrupt, which a terminal or kernel sends to all of its processes."""
TAIL = 25


class Seen(NamedTuple):
    """The progress of a run: its id and its fits, once they are known, and the seconds since the first fits started."""

    run_id: str | None
    progress: Progress | None
    elapsed: float


Watch: TypeAlias = Callable[[Seen], None]


def ran(written: Written, options: Mapping[str, Any], watch: Watch | None) -> Run:
    """Run a flow to its end, and return the run."""
    plan = written.plan
    with tempfile.TemporaryDirectory(prefix="mfc-") as folder, _runner(written) as runner:
        running = _Running(runner, options, Path(folder) / "run-id")
        running.start()
        try:
            _follow(running, plan, watch)
        except BaseException:
            running.stop()
            raise
        return running.result(plan.name)


class _Running(Thread):
    """Metaflow's blocking `run`, in a thread of its own."""

    def __init__(self, runner: Any, options: Mapping[str, Any], id_file: Path) -> None:
        super().__init__(daemon=True)
        self._runner = runner
        self._options = options
        self._id_file = id_file
        self._error: BaseException | None = None

    def run(self) -> None:
        try:
            self._runner.run(run_id_file=str(self._id_file), **self._options)
        except BaseException as error:
            self._error = error

    @property
    def run_id(self) -> str | None:
        """The id of the run, once it has one."""
        return self._id_file.read_text(encoding="utf-8").strip() or None if self._id_file.exists() else None

    def _processes(self) -> list[Any]:
        return list(self._runner.spm.commands.values())

    def stop(self) -> None:
        """End the run as Ctrl-C would, and if it does not end, by force."""
        self.join(GRACE)
        for kind in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            for command in self._processes() if self.is_alive() else ():
                with suppress(ProcessLookupError):
                    command.process.send_signal(kind)
            self.join(PATIENCE)

    def result(self, name: str) -> Run:
        """Return the run, or raise the error that it failed with."""
        commands = self._processes()
        if not commands and self._error is not None:
            raise MfcError(str(self._error)) from self._error
        if self._error is not None or any(command.process.returncode for command in commands):
            raise MfcError(self._failure(name))
        return Run.find(f"{name}/{self.run_id}")

    def _failure(self, name: str) -> str:
        if not self.run_id:
            return f"the run could not start\n\n{self._tail()}"
        failure = find_failure(f"{name}/{self.run_id}")
        if failure is None or not failure.reason:
            return f"the run {name}/{self.run_id} failed; finished tasks are kept\n\n{self._tail()}"
        kept = "" if failure.is_first else " (finished tasks are kept)"
        return f"the run {name}/{self.run_id} failed in `{failure.step}`{kept}: {failure.reason}"

    def _tail(self) -> str:
        told = [Path(file).read_text(encoding="utf-8") for one in self._processes() for file in one.log_files.values()]
        return "\n".join("".join(told).splitlines()[-TAIL:])


@contextmanager
def _runner(written: Written) -> Iterator[Any]:
    """Make a `Runner` and remove its handler for interrupts, which would keep them from us."""
    try:
        from metaflow import Runner
    except ModuleNotFoundError as error:
        raise MfcError(NEEDS_METAFLOW) from error
    handler = signal.getsignal(signal.SIGINT)
    try:
        with Runner(str(written.flow), show_output=False, env=environment(written.beside)) as runner:
            _restore(handler)
            yield runner
    finally:
        _restore(handler)


def _restore(handler: Any) -> None:
    with suppress(RuntimeError):  # only notebooks have a running loop
        asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)
    with suppress(ValueError):  # only the main thread has signal handlers
        signal.signal(signal.SIGINT, handler)


def _follow(running: _Running, plan: Plan, watch: Watch | None) -> None:
    """Watch a run until it has ended."""
    from ..runs.observe import Observer, watched

    observer: Observer | None = None
    progress: Progress | None = None
    began = time.monotonic()
    while running.is_alive():
        running.join(LOOK_EVERY)
        if watch is None:
            continue
        if observer is None and running.run_id:
            observer = Observer(watched(plan, running.run_id))
        if observer is not None and progress is None:
            progress, began = observer.begin(), time.monotonic()
        if observer is not None and progress is not None:
            observer.look(progress)
        watch(Seen(running.run_id, progress, time.monotonic() - began))
