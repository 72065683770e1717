"""`mfc run` that comes to grief: its flow is stopped, and never runs on unseen."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from flows import clean_environment
from outcomes import Record

MFC = Path(sys.executable).with_name("mfc")
SPEC = """
tournament Orphan
data mock.regression { n_samples = 80, n_features = 4 }
folds kfold(2)
run   { fits_per_task = 1 }
model ridge: Ridge { alpha in 1..60 }
"""
SOON = 45  # seconds, on a busy machine


class Going(NamedTuple):
    process: subprocess.Popen[str]
    folder: Path
    run_id: str
    environment: dict[str, str]


@contextmanager
def going(folder: Path) -> Iterator[Going]:
    """Yield `mfc run` of a long tournament, once that has started."""
    (folder / "orphan.mf").write_text(SPEC)
    environment = clean_environment(folder) | {"XDG_STATE_HOME": str(folder / "state")}
    process = subprocess.Popen(
        [MFC, "run", "orphan.mf"], cwd=folder, env=environment, stderr=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert process.stderr is not None
        run_id = next(found[1] for line in process.stderr if (found := re.match(r"run (\d+) has started", line)))
        yield Going(process, folder, run_id, environment)
    finally:
        process.kill()
        process.wait()


def assert_stopped(run: Going) -> None:
    """Wait until no process of the flow is left."""
    until = time.monotonic() + SOON
    while processes(run.folder):
        assert time.monotonic() < until, processes(run.folder)
        time.sleep(0.1)


def processes(folder: Path) -> list[str]:
    """Return the commands of the processes that work in a folder, but for `mfc run` itself."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and (entry / "cwd").readlink() == folder:
                found.append((entry / "cmdline").read_text(errors="replace").replace("\0", " "))
        except OSError:
            continue
    return [command for command in found if "orphan_flow.py" in command]


def test_a_terminal_that_is_closed_stops_the_flow(tmp_path: Path, record: Record) -> None:
    with going(tmp_path) as run:
        assert processes(tmp_path)
        assert run.process.stderr is not None
        run.process.stderr.close()
        run.process.send_signal(signal.SIGHUP)
        assert run.process.wait(SOON) == 130
        assert_stopped(run)
    (log,) = tmp_path.glob("state/mfc/runs/*/log.txt")
    assert "Workflow starting" in log.read_text()
    record(
        "the terminal of `mfc run` is closed, or its connection is lost",
        "the flow is stopped before anything is printed; its log is kept",
        "every finished task; `resume` continues",
    )


def test_a_killed_command_takes_its_flow_with_it(tmp_path: Path, record: Record) -> None:
    with going(tmp_path) as run:
        words = [MFC, "results", f"Orphan/{run.run_id}"]
        shown = subprocess.run(words, cwd=tmp_path, env=run.environment, capture_output=True, encoding="utf-8")
        assert re.match(rf"Orphan/{run.run_id}: running; `kill -- -\d+` stops it, its log is /.*/log.txt", shown.stdout)
        run.process.kill()
        assert_stopped(run)
        shown = subprocess.run(words, cwd=tmp_path, env=run.environment, capture_output=True, encoding="utf-8")
        assert "running" not in shown.stdout
        assert re.search("`resume` continues it|was stopped in `start`\nrun the flow again", shown.stdout) or (
            "ended before it had begun" in shown.stderr
        )
    record(
        "`mfc run` is killed (SIGKILL)",
        "its guard, a process between it and the flow, stops the flow within seconds; "
        "while a run goes on, `mfc results` says so, and how to stop it",
        "every finished task; `resume` continues",
    )


def test_the_command_that_stops_a_run_does(tmp_path: Path) -> None:
    with going(tmp_path) as run:
        words = [MFC, "results", f"Orphan/{run.run_id}"]
        shown = subprocess.run(words, cwd=tmp_path, env=run.environment, capture_output=True, encoding="utf-8")
        command = re.findall(r"`(kill -- -\d+)`", shown.stdout)[0]
        subprocess.run(["bash", "-c", command], check=True)
        assert run.process.wait(SOON) == 1
        assert_stopped(run)
