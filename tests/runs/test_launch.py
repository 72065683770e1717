import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from living import alive, until

from mfc.runs import launch
from mfc.runs.launch import Launched, environment

FLOW = """
import signal, subprocess, sys, time
print("options", *sys.argv[1:])
open(sys.argv[-1], "w").write("42\\n")
{more}
"""
STUBBORN = """
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print("child", child.pid)
sys.stdout.flush()
time.sleep(60)
"""
WAITING = """
import os
print("child", os.getpid(), child.pid, flush=True)
try:
    time.sleep(60)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def launched(folder: Path, more: str = "", *options: str) -> Launched:
    flow = folder / "some_flow.py"
    flow.write_text(FLOW.format(more=more))
    return Launched(flow, options, folder)


def test_a_flow_is_run_with_its_options(tmp_path: Path) -> None:
    flow = launched(tmp_path, "sys.exit(3)", "--rows", "5")
    assert flow.ended(30) == 3
    assert flow.run_id == "42"
    assert flow.output() == f"options run --rows 5 --run-id-file {tmp_path / 'run-id'}\n"


@pytest.mark.parametrize("option", ["--run-id-file={}", "--run-id-file {}"])
def test_who_wants_the_id_gets_it(tmp_path: Path, option: str) -> None:
    file = tmp_path / "mine"
    file.write_text("41")
    flow = launched(tmp_path, "", *option.format(file).split())
    assert flow.ended(30) == 0
    assert flow.run_id == file.read_text().strip() == "42"


def test_an_interrupt_is_passed_on(tmp_path: Path) -> None:
    flow = launched(tmp_path, "try:\n    time.sleep(60)\nexcept KeyboardInterrupt:\n    print('bye')")
    until(lambda: flow.run_id)
    assert flow.ended(0) is None
    time.sleep(0.2)
    flow.stop()
    assert flow.ended(0) is not None
    assert "bye" in flow.output()


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc")
def test_what_does_not_stop_is_ended_with_all_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "PATIENCE", 0.2)
    flow = launched(tmp_path, STUBBORN)
    until(lambda: "child" in flow.output())
    child = int(flow.output().split()[-1])
    assert alive(child)
    flow.stop()
    assert flow.ended(0) is not None
    until(lambda: not alive(child))


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc")
def test_a_flow_ends_with_whoever_runs_it_even_if_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "some_flow.py").write_text(FLOW.format(more="child = subprocess.Popen(['sleep', '60'])\n" + WAITING))
    program = (
        "import sys, time\nfrom pathlib import Path\nfrom mfc.runs.launch import Launched\n"
        "flow = Launched(Path(sys.argv[1], 'some_flow.py'), [], Path(sys.argv[1]))\n"
        "print(flow.group, flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, tmp_path], stdout=subprocess.PIPE) as runner:
        assert runner.stdout is not None
        guard = int(runner.stdout.readline())
        log = tmp_path / "log.txt"
        until(lambda: "child" in log.read_text())
        flow, child = map(int, log.read_text().split()[-2:])
        assert all(map(alive, (guard, flow, child)))
        runner.kill()
    until(lambda: not any(map(alive, (guard, flow, child))))
    assert "interrupted" in log.read_text()


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc")
def test_nothing_is_left_if_the_guard_is_killed(tmp_path: Path) -> None:
    flow = launched(tmp_path, "child = subprocess.Popen(['sleep', '60'])\n" + WAITING)
    until(lambda: "child" in flow.output())
    pids = list(map(int, flow.output().split()[-2:]))
    os.kill(flow.group, signal.SIGKILL)
    assert flow.ended(30) == -signal.SIGKILL
    assert all(map(alive, pids))
    flow.stop()
    until(lambda: not any(map(alive, pids)))


def test_a_user_is_named_where_metaflow_would_miss_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in launch.USERS:
        monkeypatch.delenv(name, raising=False)
    assert environment()["METAFLOW_USER"] == "mfc"
    monkeypatch.setenv("USER", "root")
    assert environment()["METAFLOW_USER"] == "mfc"
    monkeypatch.setenv("USER", "ada")
    assert "METAFLOW_USER" not in environment()
    assert environment()["PATH"] == os.environ["PATH"]
