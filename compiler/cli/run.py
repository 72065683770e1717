"""`mfc run`: compile a specification, run its flow, and show how it goes."""

from __future__ import annotations

import shlex
import signal
import sys
import tempfile
import time
from argparse import REMAINDER
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .compile import flows_of, write_flows
from .console import CLEAN, FINDINGS, CommandError
from .parser import CommandParser
from .specs import examine
from .ticker import Ticker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..pipeline import Compilation
    from ..runs.launch import Launched
    from ..runs.observe import Observer, Watched
    from ..runs.progress import Progress

EXAMPLES = """\
examples:
  mfc run tournament.mf                  compile it, and run it here
  mfc run tournament.mf --rows 500       with options of the flow's own `run`
  mfc run tournament.mf --with kubernetes
"""
NEEDS_METAFLOW = "flows are run by Metaflow, which is not installed: pip install 'metaflow-mfc[flows]'"
LOOK_EVERY = 0.5
TAIL = 25
STOPS = ("SIGTERM", "SIGHUP")


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("run", "Compile a specification and run its flow, in one go.", EXAMPLES)
    parser.add_argument("--force", action="store_true", help="replace a flow that was edited by hand")
    parser.add_argument("spec", metavar="SPEC", help="a specification, a `.mf` file")
    parser.add_argument("options", nargs=REMAINDER, metavar="OPTION", help="options for the flow's `run`")
    arguments = parser.parse(words)
    if arguments.spec == "-":
        parser.error("a flow that is run needs a file: compile the standard input with -o FILE")
    examined = examine([arguments.spec], sys.stderr)
    if examined.status != CLEAN:
        return examined.status
    flow = _compile(examined.compilations[0], force=arguments.force)
    with tempfile.TemporaryDirectory(prefix="mfc-") as folder, _stoppable():
        return _run(examined.compilations[0], flow, arguments.options, Path(folder))


def _compile(compilation: Compilation, *, force: bool) -> Path:
    from importlib.util import find_spec

    if find_spec("metaflow") is None:
        raise CommandError(NEEDS_METAFLOW)
    flows = flows_of([compilation], None)
    write_flows(flows, force=force, announce=False)
    return next(iter(flows))


def _run(compilation: Compilation, flow: Path, options: Sequence[str], folder: Path) -> int:
    """Run a flow to its end, and show what it says there."""
    from ..runs.launch import Launched

    ticker = Ticker(sys.stderr)
    ticker.show(f"running {flow}", now=True)
    launched = Launched(flow, options, folder)
    shown = _Shown(ticker, launched)
    try:
        status = shown.follow(compilation)
    except BaseException as error:
        ticker.show("stopping …", now=True)
        launched.stop()
        ticker.clear()
        if isinstance(error, KeyboardInterrupt):
            print(shown.farewell(flow), file=sys.stderr)
        raise
    ticker.clear()
    tail = "".join(launched.output().splitlines(keepends=True)[-TAIL:])
    if status:
        print(tail, shown.farewell(flow), sep="\n", file=sys.stderr)
        return FINDINGS
    print((shown.observer and shown.observer.last_words()) or tail, end="")
    return CLEAN


class _Shown:
    """A run, and what is shown of it."""

    def __init__(self, ticker: Ticker, launched: Launched) -> None:
        self._ticker = ticker
        self._launched = launched
        self.observer: Observer | None = None
        self.progress: Progress | None = None

    def follow(self, compilation: Compilation) -> int:
        """Show how the run goes until it has ended, and return the exit status of the flow."""
        pause, began = LOOK_EVERY, 0.0
        while (status := self._launched.ended(pause)) is None:
            before = time.monotonic()
            if self.observer is None:
                self._find(compilation)
            elif self.progress is None:
                self._begin(compilation.plan.scores[0])
                began = before
            else:
                self._look(before - began)
            pause = max(LOOK_EVERY, 5 * (time.monotonic() - before))
        if self.observer is None and status == 0:
            self._find(compilation)
        return status

    def _find(self, compilation: Compilation) -> None:
        """Begin to look at the run, once it has an id."""
        from ..runs.observe import Observer

        if self._launched.run_id:
            self.observer = Observer(_watched(compilation, self._launched.run_id))
            self._ticker.show(f"run {self._launched.run_id} has started", now=True)

    def _begin(self, scorer: str) -> None:
        from ..runs.progress import Progress

        asked = self.observer and self.observer.asked()
        if asked:
            self.progress = Progress(asked, smaller_is_better=scorer.startswith("neg_"))

    def _look(self, elapsed: float) -> None:
        assert self.observer is not None  # noqa: S101
        assert self.progress is not None  # noqa: S101
        before = self.progress.done
        for task in self.observer.finished():
            self.progress.add(task)
        self._ticker.show(described(self.progress, elapsed), now=self.progress.done == self.progress.total > before)

    def farewell(self, flow: Path) -> str:
        """Say how far the run has come, and how to go on with it."""
        if not self._launched.run_id:
            return "the run had not started yet"
        done = f"after {self.progress.done} of {self.progress.total} fits" if self.progress else "before the first fit"
        command = f"python {shlex.quote(str(flow))} resume --origin-run-id {self._launched.run_id}"
        return f"run {self._launched.run_id} ended {done}; what is finished is kept, resume it with:\n  {command}"


def described(progress: Progress, elapsed: float) -> str:
    """Return a line about the fits."""
    from ..runs.progress import duration

    parts = [f"{progress.done} of {progress.total} fits"]
    if progress.failed:
        parts[0] += f", {progress.failed} failed"
    if leader := progress.leader:
        parts.append(f"best {leader.candidate} {leader.score:.4g}")
    left = progress.left(elapsed)
    if progress.done == progress.total:
        parts.append("ranking, testing and refitting")
    elif left is not None:
        parts.append(f"{duration(left)} left")
    return " · ".join(parts)


def _watched(compilation: Compilation, run_id: str) -> Watched:
    from ..runs.functions import flow_module
    from ..runs.graph import foreach_steps, steps_of
    from ..runs.observe import Watched

    plan = compilation.plan
    return Watched(f"{plan.name}/{run_id}", foreach_steps(steps_of(flow_module(plan))), plan.scores[0])


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let what would end us silently interrupt us instead, so that the flow ends with us."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    kinds = [getattr(signal, name) for name in STOPS if hasattr(signal, name)]
    before = {kind: signal.signal(kind, interrupt) for kind in kinds}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
