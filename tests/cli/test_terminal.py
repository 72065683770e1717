"""Every command in a real terminal of 80 columns: colours where they are wanted, and no line of a help too long."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from mfc.cli.main import COMMANDS

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
COLUMNS = 80
TRIED = {
    "blame": (["blame", "good_flow.py:60"], 0, False),
    "check": (["check", "wrong.mf", "warned.mf"], 1, True),
    "compile": (["compile", "--diff", "warned.mf"], 1, True),
    "completion": (["completion", "bash"], 0, False),
    "explain": (["explain", "MF203"], 0, True),
    "export": (["export", "Nowhere", "out"], 2, False),
    "fmt": (["fmt", "--diff", "untidy.mf"], 1, True),
    "image": (["image", "good.mf"], 0, False),
    "init": (["init", "new.mf"], 0, False),
    "lsp": (["lsp", "--nothing"], 2, False),
    "plan": (["plan", "good.mf"], 0, False),
    "results": (["results", "Nowhere"], 2, False),
    "run": (["run", "wrong.mf"], 1, True),
}
"""For each command an attempt, its exit status, and whether it has something to colour."""


def in_terminal(*words: str, **environment: str) -> tuple[int, str]:
    """Run a command in a terminal; return its exit status and what the terminal was sent."""
    reading, writing = pty.openpty()
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    clean = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "CI"}}
    process = subprocess.Popen(
        [Path(sys.executable).with_name("mfc"), *words],
        stdin=writing,
        stdout=writing,
        stderr=writing,
        env=clean | {"TERM": "xterm-256color", "USERNAME": "tester"} | environment,
    )
    os.close(writing)
    shown = b""
    try:
        while part := os.read(reading, 65536):
            shown += part
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(reading)
    return process.wait(60), shown.decode()


@pytest.fixture
def folder(specs: Path) -> Path:
    """Add an untidy specification, and a flow."""
    Path("untidy.mf").write_text(Path("good.mf").read_text().replace(" = ", "="))
    assert in_terminal("compile", "good.mf")[0] == 0
    return specs


def test_every_command_is_tried() -> None:
    assert list(TRIED) == sorted(COMMANDS)


@pytest.mark.parametrize("command", TRIED)
def test_colours_are_for_those_who_want_them(command: str, folder: Path) -> None:
    words, status, colours = TRIED[command]
    ended, coloured = in_terminal(*words)
    assert (ended, "Traceback" in coloured) == (status, False), coloured
    assert bool(ESCAPE.search(coloured)) is colours
    for path in ("new.mf", "warned_flow.py", "good.Dockerfile"):
        Path(path).unlink(missing_ok=True)
    assert in_terminal(*words, NO_COLOR="1") == (status, ESCAPE.sub("", coloured))


@pytest.mark.parametrize("command", TRIED)
def test_a_help_fits(command: str) -> None:
    status, shown = in_terminal(command, "--help")
    assert status == 0
    assert [line for line in ESCAPE.sub("", shown).splitlines() if len(line) > COLUMNS] == []


def test_the_usage_fits() -> None:
    status, shown = in_terminal("--help")
    assert status == 0
    assert [line for line in shown.splitlines() if len(line) > COLUMNS] == []
