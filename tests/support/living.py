"""Processes that a test has started, by their ids."""

import time
from collections.abc import Callable
from pathlib import Path


def until(condition: Callable[[], object]) -> None:
    """Wait until something is so, half a minute at the most."""
    deadline = time.monotonic() + 30
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert condition()


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that has ended and is still listed does not."""
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2][:3]
    except OSError:
        return False
