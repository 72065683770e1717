import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from mfc.cli import check, main

MFC = Path(sys.executable).with_name("mfc")

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["check", "--help"], 0),
        (["check", "good.mf"], 0),
        (["check", "warned.mf"], 0),
        (["check", "wrong.mf"], 1),
        (["check", "missing.mf"], 2),
        (["check", "wrong.mf", "missing.mf"], 2),
        (["compile", "good.mf"], 0),
        (["compile", "wrong.mf"], 1),
        (["compile", "missing.mf"], 2),
        (["compile", "good.mf", "-o", "missing/good_flow.py"], 2),
        (["check"], 2),
        (["check", "warned.mf", "wrong.mf"], 1),
        (["check", "--strict", "good.mf"], 0),
        (["check", "--strict", "warned.mf"], 1),
        (["check", "--strict", "--ignore", "MF602", "warned.mf"], 0),
        (["check", "--ignore", "MF203", "wrong.mf"], 2),
        (["check", "--fix", "good.mf"], 0),
        (["check", "--fix", "wrong.mf"], 1),
        (["check", "--fix", "-"], 2),
        (["check", "--imports", "good.mf"], 0),
        (["check", "--format", "json", "good.mf"], 0),
        (["check", "--format", "sarif", "wrong.mf"], 1),
        (["check", "--format", "xml", "good.mf"], 2),
        (["fmt", "good.mf"], 0),
        (["fmt", "--check", "good.mf"], 0),
        (["fmt", "--check", "ugly.mf"], 1),
        (["fmt", "--diff", "ugly.mf"], 1),
        (["fmt", "ugly.mf"], 0),
        (["fmt", "missing.mf"], 2),
        (["fmt", "empty"], 2),
        (["fmt", "--chekc", "good.mf"], 2),
        (["explain"], 0),
        (["explain", "MF203"], 0),
        (["explain", "MF999"], 2),
        (["completion", "bash"], 0),
        (["completion", "tcsh"], 2),
        (["check", "--wrong", "good.mf"], 2),
        (["chek", "good.mf"], 2),
        ([], 2),
    ],
)
def test_exit_status(specs: Path, run_process: Run, words: list[str], status: int) -> None:
    Path("ugly.mf").write_text("seed   1\n")
    Path("empty").mkdir()
    ran = run_process(*words)
    assert ran.status == status
    assert "Traceback" not in ran.err
    assert (status == 2) == bool(ran.err) or words == ["compile", "wrong.mf"]


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version") == (0, f"mfc {version('metaflow-mfc')}\n", "")


def test_python_can_run_the_package() -> None:
    ran = subprocess.run([sys.executable, "-m", "mfc", "--version"], capture_output=True, text=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"mfc {version('metaflow-mfc')}\n", "")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_command(run: Run, option: str) -> None:
    ran = run(option)
    assert ran.status == 0
    assert [name for name in main.COMMANDS if f"\n  {name} " in ran.out] == list(main.COMMANDS)


def test_without_a_command_the_usage_is_an_error(run: Run) -> None:
    assert run() == (2, "", main.USAGE)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["chek"], "unknown command `chek`; did you mean `check`?"),
        (["--verison"], "unknown option `--verison`; did you mean `--version`?"),
        (["good.mf"], "unknown command `good.mf`; see `mfc --help`"),
        (["\x1b[2J"], "unknown command `␛[2J`; see `mfc --help`"),
    ],
)
def test_an_unknown_word_is_answered_with_the_nearest(run: Run, words: list[str], complaint: str) -> None:
    assert run(*words) == (2, "", f"mfc: {complaint}\n")


def test_a_bug_is_confessed_without_a_traceback(specs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "walk", lambda *_: 1 / 0)
    monkeypatch.delenv("MFC_DEBUG", raising=False)
    complaint = (
        "mfc: this is a bug in mfc: ZeroDivisionError: division by zero; "
        "please report it with the specification (MFC_DEBUG=1 shows the traceback)\n"
    )
    assert run("check", "good.mf") == (2, "", complaint)

    monkeypatch.setenv("MFC_DEBUG", "1")
    ran = run("check", "good.mf")
    assert ran.status == 2
    assert ran.err.startswith("Traceback")
    assert ran.err.endswith(complaint)


def test_an_interrupt_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "walk", interrupt)
    assert run("check", "good.mf") == (128 + signal.SIGINT, "", "")


@pytest.mark.parametrize("words", [["--help"], ["explain"], ["check", "wrong.mf"]])
def test_a_reader_that_leaves_ends_it_quietly(specs: Path, words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run([MFC, *words], stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (128 + signal.SIGPIPE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_the_output_is_a_complaint() -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run([MFC, "--help"], stdout=full, stderr=subprocess.PIPE)
    assert (ran.returncode, ran.stderr) == (2, b"mfc: output was lost: no space left on device\n")


def test_closed_streams_are_no_obstacle(specs: Path) -> None:
    assert subprocess.run(f"'{MFC}' check good.mf >&- 2>&-", shell=True).returncode == 0
    assert subprocess.run(f"'{MFC}' check wrong.mf >&- 2>&-", shell=True).returncode == 1


def test_what_the_encoding_lacks_is_escaped(specs: Path, run_process: Run) -> None:
    Path("été.mf").write_text(Path("wrong.mf").read_text())
    ran = run_process("check", "été.mf", PYTHONIOENCODING="ascii")
    assert ran.status == 1
    assert r" --> \xe9t\xe9.mf:3:22" in ran.out


def shown_on_a_terminal(*words: str, **environment: str) -> str:
    """Return what a command shows on a terminal of 80 columns."""
    reading, writing = pty.openpty()
    variables = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    variables |= {"TERM": "xterm", "COLUMNS": "80"} | environment
    process = subprocess.Popen([MFC, *words], stdin=writing, stdout=writing, stderr=writing, env=variables)
    os.close(writing)
    shown = b""
    with suppress(OSError):  # a terminal that nobody writes to any more
        while chunk := os.read(reading, 1024):
            shown += chunk
    process.wait()
    os.close(reading)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("words", [["check", "wrong.mf"], ["fmt", "--diff", "ugly.mf"], ["explain", "MF203"]])
def test_colour_is_for_terminals_that_want_it(specs: Path, run_process: Run, words: list[str]) -> None:
    Path("ugly.mf").write_text("seed   1\n")
    coloured = shown_on_a_terminal(*words)
    assert "\x1b[1" in coloured
    plain = shown_on_a_terminal(*words, NO_COLOR="1")
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "\x1b" not in run_process(*words).out


@pytest.mark.parametrize("command", ["check", "completion", "explain", "fmt"])
def test_the_help_of_a_command_has_examples_and_fits_a_terminal(command: str) -> None:
    shown = shown_on_a_terminal(command, "--help")
    assert f"examples:\n  mfc {command} " in shown
    assert max(map(len, shown.splitlines())) <= 80
