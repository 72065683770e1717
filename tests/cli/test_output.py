import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from mfc.cli.console import complain
from mfc.cli.output import Output, prepare_streams

MFC = Path(sys.executable).with_name("mfc")
FULL = Path("/dev/full")
SPEC = """\
tournament Demo
data mock.regression { n_samples = 100, n_features = 4 }
model ridge: Ridge { alpha in [0.1, 1.0] }
"""


def test_a_stream_takes_any_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    prepare_streams()
    print("é\udc80", flush=True)
    assert sys.stdout.buffer.getvalue() == b"\\xe9\\udc80\n"


def test_a_closed_stream_takes_any_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    prepare_streams()
    complain("nobody hears this")
    assert sys.stderr is not None


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_full_disk_swallows_what_is_printed() -> None:
    with Output(FULL.open("wb"), encoding="utf-8", line_buffering=True) as stream:
        print("one", file=stream)
        print("two", file=stream, flush=True)
        assert stream.failure is not None
        assert stream.failure.strerror == "No space left on device"


def test_a_broken_pipe_swallows_what_is_printed() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with Output(os.fdopen(writing, "wb"), encoding="utf-8") as stream:
        print("x" * 100_000, file=stream, flush=True)
        assert isinstance(stream.failure, BrokenPipeError)


def test_a_terminal_that_is_gone_swallows_what_is_printed() -> None:
    leader, follower = pty.openpty()
    os.close(leader)
    with Output(os.fdopen(follower, "wb"), encoding="utf-8") as stream:
        print("one", file=stream, flush=True)
        assert stream.failure is not None
        assert stream.failure.strerror == "Input/output error"


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [["compile", "demo.mf"], ["fmt", "demo.mf"], ["init"]])
def test_a_command_does_its_work_even_if_nobody_can_hear_of_it(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "demo.mf").write_text(SPEC.replace("data", "\n\n\ndata"))
    with FULL.open("w") as full:
        ran = subprocess.run([MFC, *words], cwd=tmp_path, stdout=full, stderr=full)
    assert ran.returncode == 2
    written = {path.name for path in tmp_path.iterdir()}
    assert written == {"demo.mf"} | {"compile": {"demo_flow.py"}, "fmt": set(), "init": {"tournament.mf"}}[words[0]]
    if words[0] == "fmt":
        assert "\n\n\n" not in (tmp_path / "demo.mf").read_text()


def test_findings_that_nobody_can_hear_of_are_in_the_exit_status(tmp_path: Path) -> None:
    (tmp_path / "demo.mf").write_text(SPEC.replace("alpha", "alhpa"))
    leader, follower = pty.openpty()
    os.close(leader)
    ran = subprocess.run([MFC, "compile", "demo.mf"], cwd=tmp_path, stderr=follower, stdout=subprocess.PIPE)
    os.close(follower)
    assert (ran.returncode, ran.stdout) == (1, b"")


def test_files_do_not_get_into_the_place_of_closed_streams(tmp_path: Path) -> None:
    (tmp_path / "demo.mf").write_text(SPEC)
    ran = subprocess.run(f"'{MFC}' compile demo.mf <&- >&- 2>&-", shell=True, cwd=tmp_path)
    assert ran.returncode == 0
    assert (tmp_path / "demo_flow.py").read_text().endswith("\n")
    assert (tmp_path / "demo.mf").read_text() == SPEC
