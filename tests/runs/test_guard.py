"""The script between `mfc run` and its flow, in front of commands that end, wait, or do not want to stop."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from living import alive, until

from mfc.runs.launch import GUARD

PATIENCE = "0.5"
WAITING = """
import time
try:
    print("waiting", flush=True)
    time.sleep(60)
except KeyboardInterrupt:
    print("interrupted", flush=True)
    time.sleep(60 * {stays})
"""
DEAF = """
import signal, time
for kind in {deaf}:
    signal.signal(getattr(signal, kind), signal.SIG_IGN)
try:
    print("waiting", flush=True)
    time.sleep(60)
finally:
    print("never said")
"""

Guarded = subprocess.Popen[str]
Guard = Callable[[str], Guarded]


@pytest.fixture
def guard() -> Iterator[Guard]:
    """Start programs behind the guard, in sessions of their own as `mfc run` does."""
    started: list[Guarded] = []

    def start(program: str) -> Guarded:
        command = [sys.executable, "-I", str(GUARD), PATIENCE, sys.executable, "-c", program]
        pipe = subprocess.PIPE
        started.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, start_new_session=True, text=True))
        return started[-1]

    yield start
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def until_it_waits(process: Guarded) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "waiting\n"


def test_it_needs_nothing_of_ours() -> None:
    assert "from ." not in GUARD.read_text()


@pytest.mark.parametrize("status", [0, 1, 3, 130])
def test_the_exit_status_is_that_of_the_command(guard: Guard, status: int) -> None:
    assert guard(f"import sys; sys.exit({status})").wait(30) == status


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGTERM, signal.SIGABRT])
def test_a_command_that_a_signal_ends_ends_as_in_a_shell(guard: Guard, kind: signal.Signals) -> None:
    process = guard(f"import os; os.kill(os.getpid(), {kind.value})")
    assert process.wait(30) == 128 + kind


def test_the_command_has_nothing_to_read(guard: Guard) -> None:
    process = guard("import sys; print(repr(sys.stdin.read()))")
    assert process.wait(30) == 0
    assert process.stdout is not None
    assert process.stdout.read() == "''\n"


def test_it_goes_on_while_the_other_end_is_held(guard: Guard) -> None:
    process = guard(WAITING.format(stays=0))
    until_it_waits(process)
    time.sleep(1)
    assert process.poll() is None


def stop(process: Guarded, way: str) -> None:
    """Let go of the guard's input, or send it a signal."""
    if way == "end of input":
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    else:
        process.send_signal(getattr(signal, way))


@pytest.mark.parametrize("way", ["end of input", "SIGINT", "SIGTERM", "SIGHUP"])
def test_the_command_is_stopped_as_ctrl_c_would(guard: Guard, way: str) -> None:
    process = guard(WAITING.format(stays=0))
    until_it_waits(process)
    stop(process, way)
    told, _ = process.communicate(timeout=30)
    assert (process.returncode, told) == (-signal.SIGKILL, "interrupted\n")


def test_what_takes_too_long_to_stop_is_ended(guard: Guard) -> None:
    process = guard(WAITING.format(stays=1))
    until_it_waits(process)
    stop(process, "SIGTERM")
    began = time.monotonic()
    told, _ = process.communicate(timeout=30)
    assert time.monotonic() - began >= float(PATIENCE)
    assert (process.returncode, told) == (-signal.SIGKILL, "interrupted\n")


@pytest.mark.parametrize("deaf", [["SIGINT"], ["SIGINT", "SIGTERM"]])
def test_what_does_not_listen_is_ended(guard: Guard, deaf: list[str]) -> None:
    process = guard(DEAF.format(deaf=deaf))
    until_it_waits(process)
    stop(process, "end of input")
    told, _ = process.communicate(timeout=30)
    assert (process.returncode, told) == (-signal.SIGKILL, "")


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc")
def test_nothing_is_left_of_what_the_command_has_started(guard: Guard) -> None:
    child = "import subprocess; child = subprocess.Popen(['sleep', '60'])\nprint(child.pid, flush=True)"
    process = guard(f"{child}{WAITING.format(stays=0)}")
    assert process.stdout is not None
    pid = int(process.stdout.readline())
    until_it_waits(process)
    stop(process, "end of input")
    process.communicate(timeout=30)
    until(lambda: not alive(pid))
