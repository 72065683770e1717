import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from signal import SIGINT

import pytest

from mfc.cli.console import CommandError
from mfc.cli.specs import read, read_included
from mfc.cli.watch import watch
from mfc.pipeline import Compilation

MFC = Path(sys.executable).with_name("mfc")


@pytest.fixture
def watcher(specs: Path) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    command = [MFC, "compile", "--watch", "good.mf"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as process:
        watchdog = threading.Timer(60, process.kill)
        watchdog.start()
        yield process
        watchdog.cancel()
        process.kill()


def heard(process: subprocess.Popen[str], beginning: str) -> bool:
    """Read on until a line begins so."""
    assert process.stdout is not None
    return any(line.startswith(beginning) for line in process.stdout)


def test_a_flow_follows_its_specification(watcher: subprocess.Popen[str]) -> None:
    assert heard(watcher, "wrote good_flow.py;")
    assert heard(watcher, "watching for changes")
    good = Path("good.mf").read_text()
    Path("good.mf").write_text(good.replace("alpha", "alhpa"))
    assert heard(watcher, "error[MF203]")
    Path("good.mf").unlink()
    assert heard(watcher, "mfc: cannot read `good.mf`: no such file")
    Path("good.mf").write_text(good + "seed 5\n")
    assert heard(watcher, "wrote good_flow.py;")
    assert "SEED = 5" in Path("good_flow.py").read_text()
    watcher.send_signal(SIGINT)
    assert watcher.wait() == 0


def test_all_files_of_a_specification_are_watched(
    specs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, compiled = [], []
    Path("good.mf").write_text('include "warned.mf"\ninclude "missing.mf"\n')

    def save_another(_: float) -> None:
        name = ("missing.mf", "warned.mf", "good.mf", "other.mf")[len(compiled) - 1]
        if name not in saved:
            saved.append(name)
            Path(name).write_text("# changed")

    def compile_file(spec: str) -> Compilation:
        compiled.append(spec)
        if len(compiled) == 3:
            message = "no luck"
            raise CommandError(message)
        if len(compiled) == 4:
            raise KeyboardInterrupt
        return Compilation(read(spec), read_included)

    monkeypatch.setattr("time.sleep", save_another)
    assert watch(["good.mf"], compile_file) == 0
    assert compiled == ["good.mf"] * 4
    assert "mfc: no luck" in capsys.readouterr().err


def test_not_even_a_bug_ends_it(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calls = iter([ZeroDivisionError("oops"), KeyboardInterrupt()])

    def compile_file(_: str) -> None:
        raise next(calls)

    assert watch(["good.mf", "warned.mf"], compile_file, pause=0.01) == 0
    assert "this is a bug in mfc: ZeroDivisionError: oops" in capsys.readouterr().err


def test_a_reader_that_leaves_ends_it(specs: Path) -> None:
    reading, writing = os.pipe()
    with subprocess.Popen([MFC, "compile", "--watch", "good.mf"], stdout=writing, stderr=subprocess.PIPE) as process:
        os.close(writing)
        assert b"wrote" in os.read(reading, 1000)
        os.close(reading)
        Path("good.mf").write_text(Path("good.mf").read_text().replace("1.0", "2.0"))
        try:
            assert process.wait(60) == 128 + signal.SIGPIPE
        finally:
            process.kill()
