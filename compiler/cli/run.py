"""`mfc run`: compile a specification, run its flow, and show its progress."""

from __future__ import annotations

import shlex
import signal
import sys
import time
from argparse import REMAINDER
from contextlib import contextmanager
from importlib.util import find_spec
from shutil import rmtree
from typing import TYPE_CHECKING

from ..plan.quick import quick_limits
from .compile import flows_of, write_flows
from .console import CLEAN, FINDINGS, CommandError
from .parser import CommandParser
from .specs import examine
from .ticker import Ticker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..pipeline import Compilation
    from ..plan.plan import Plan
    from ..runs.failure import Failure
    from ..runs.first_look import Written
    from ..runs.launch import Launched
    from ..runs.observe import Observer
    from ..runs.progress import Progress

EXAMPLES = """\
examples:
  mfc run tournament.mf                  compile it, and run it here
  mfc run tournament.mf --rows 500       with options of the flow's own `run`
  mfc run tournament.mf --with kubernetes
  mfc run --quick tournament.mf          a first look, within a minute
"""
NEEDS_METAFLOW = "flows are run by Metaflow, which is not installed: pip install 'metaflow-mfc[flows]'"
QUICK = "--quick"
LOOK_EVERY = 0.5
TAIL = 25
STOPS = ("SIGTERM", "SIGHUP")


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("run", "Compile a specification and run its flow.", EXAMPLES)
    parser.add_argument("--force", action="store_true", help="replace a flow that was edited by hand")
    parser.add_argument("--quick", action="store_true", help=f"a first look: {quick_limits()}; replaces nothing")
    parser.add_argument("spec", metavar="SPEC", help="a specification, a `.mf` file")
    options = parser.add_argument("options", nargs=REMAINDER, metavar="OPTION", help="options for the flow's `run`")
    options.required = False  # argparse would ask for them where the specification is missing
    arguments = parser.parse(words)
    if arguments.spec == "-":
        parser.error("cannot run the standard input: compile it with -o FILE first")
    examined = examine([arguments.spec], sys.stderr)
    if examined.status != CLEAN:
        return examined.status
    [compilation] = examined.compilations
    if find_spec("metaflow") is None:
        raise CommandError(NEEDS_METAFLOW)
    with _stoppable():
        if arguments.quick or asks_for_quick(arguments.options, compilation.plan):
            return _look(compilation, [word for word in arguments.options if word != QUICK])
        return _run(_compile(compilation, force=arguments.force), arguments.options)


def asks_for_quick(options: Sequence[str], plan: Plan) -> bool:
    """Return whether `--quick` stands behind the specification, where it is not a parameter of the flow's."""
    return QUICK in options and QUICK.lstrip("-") not in [parameter.name for parameter in plan.parameters]


def _compile(compilation: Compilation, *, force: bool) -> Written:
    from ..runs.first_look import Written

    flows = flows_of([compilation], None)
    write_flows(flows, force=force, announce=False)
    return Written(compilation.plan, next(iter(flows)))


def _look(compilation: Compilation, options: Sequence[str]) -> int:
    """Run the flow of a first look, and say before and after that it is one."""
    from ..runs.first_look import first_look

    name = compilation.source.name
    print(f"a first look at {name}: {quick_limits()}", flush=True)
    with first_look(compilation) as written:
        status = _run(written, options)
    in_full = f"`mfc run {shlex.quote(name)}` runs the tournament"
    print(f"this was a first look, with {quick_limits()}: {in_full}", file=sys.stderr if status else sys.stdout)
    return status


def _run(written: Written, options: Sequence[str]) -> int:
    """Run a flow to its end, and show its summary. The record of a run is removed only if it succeeded."""
    from ..runs.launch import Launched
    from ..runs.record import describe, new_record

    ticker = Ticker(sys.stderr)
    ticker.show(f"running {written.flow}", now=True)
    folder = new_record(written.flow.stem)
    launched = Launched(written.flow, options, folder, written.beside)
    shown = _Shown(ticker, launched, written)
    try:
        describe(folder, written.plan.name, launched.group)
        status = shown.follow()
    except BaseException as error:
        launched.interrupt()
        ticker.show("stopping …", now=True)
        launched.stop()
        ticker.clear()
        if isinstance(error, KeyboardInterrupt):
            print(shown.farewell(), file=sys.stderr)
        raise
    ticker.clear()
    tail = "".join(launched.output().splitlines(keepends=True)[-TAIL:])
    if status:
        launched.stop()  # if its guard was killed, some processes may still be running
        print(shown.last_failure(tail), file=sys.stderr)
        return FINDINGS
    print(shown.last_words() or tail, end="")
    rmtree(folder, ignore_errors=True)
    return CLEAN


class _Shown:
    """A run and its display."""

    def __init__(self, ticker: Ticker, launched: Launched, written: Written) -> None:
        self._ticker = ticker
        self._launched = launched
        self._written = written
        self.observer: Observer | None = None
        self.progress: Progress | None = None

    def follow(self) -> int:
        """Show the progress of the run until it has ended, and return the exit status of the flow."""
        pause, began = LOOK_EVERY, 0.0
        while (status := self._launched.ended(pause)) is None:
            before = time.monotonic()
            if self.observer is None:
                self._find()
            elif self.progress is None:
                self.progress, began = self.observer.begin(), before
            else:
                self._look(self.progress, before - began)
            pause = max(LOOK_EVERY, 5 * (time.monotonic() - before))
        if self.observer is None and status == 0:
            self._find()
        return status

    def _find(self) -> None:
        """Start to observe the run, once it has an id."""
        from ..runs.observe import Observer, watched

        if self._launched.run_id:
            self.observer = Observer(watched(self._written.plan, self._launched.run_id))
            self._ticker.show(f"run {self._launched.run_id} has started", now=True)

    def _look(self, progress: Progress, elapsed: float) -> None:
        assert self.observer is not None  # noqa: S101
        before = progress.done
        self.observer.look(progress)
        self._ticker.show(described(progress, elapsed), now=progress.done == progress.total > before)

    def last_words(self) -> str:
        """Return the report, without the names of files that are gone with the flow."""
        text = self.observer.last_words() if self.observer else ""
        gone = str(self._written.flow.parent) if self._written.is_temporary else None
        return "".join(line for line in text.splitlines(keepends=True) if gone is None or not line.startswith(gone))

    def last_failure(self, tail: str) -> str:
        """Say how the run failed and why, which is last; if the reason is not known, show the end of the log first."""
        from ..runs.failure import find_failure

        failure = find_failure(f"{self._written.plan.name}/{run_id}") if (run_id := self._launched.run_id) else None
        return self.farewell(failure) if failure and failure.reason else f"{tail}\n{self.farewell()}"

    def farewell(self, failure: Failure | None = None) -> str:
        """Print how far the run has come, how to resume it, and why it failed."""
        log = f"its log is {self._launched.log}"
        if not self._launched.run_id:
            return f"{log}\nthe run had not started yet"
        done = f"after {self.progress.done} of {self.progress.total} fits" if self.progress else "before the first fit"
        ended = f"run {self._launched.run_id} {f'failed in `{failure.step}`,' if failure else 'ended'} {done}"
        reason = f"\n{failure.reason}" if failure else ""
        if failure and failure.is_first:
            return f"{log}\n{ended}; correct this and run it again:{reason}"
        if self._written.is_temporary:
            return f"{log}\n{ended}{':' if failure else ''}{reason}"
        command = f"python {shlex.quote(str(self._written.flow))} resume --origin-run-id {self._launched.run_id}"
        return f"{log}\n{ended}; finished tasks are kept, resume it with:\n  {command}{reason}"


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


@contextmanager
def _stoppable() -> Iterator[None]:
    """Handle signals that would end this process as interrupts, so that the flow is stopped as well."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    kinds = [getattr(signal, name) for name in STOPS if hasattr(signal, name)]
    kinds = [kind for kind in kinds if signal.getsignal(kind) is not signal.SIG_IGN]  # as set by `nohup`
    before = {kind: signal.signal(kind, interrupt) for kind in kinds}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
