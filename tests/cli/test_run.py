import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from flows import clean_environment

from mfc.cli.run import described
from mfc.runs.progress import Fit, Progress, Task

MFC = Path(sys.executable).with_name("mfc")
SPEC = """\
tournament Ran "A small run"
param rows = 80
data mock.regression { n_samples = rows, n_features = 4, noise = 20 }
folds kfold(2)
model ridge: Ridge { alpha in [1, 10] }
model broken: Ridge { alpha = 1.0, solver = "lbfgs" }
"""
LONG = SPEC.replace("[1, 10]", "1..60")

Run = Callable[..., Any]


class Ended(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    """Run a small tournament to its end."""
    folder = tmp_path_factory.mktemp("ran")
    (folder / "small.mf").write_text(SPEC)
    command = [MFC, "run", "small.mf", "--rows", "60", "--max-workers", "2"]
    ended = subprocess.run(
        command, cwd=folder, env=clean_environment(folder), capture_output=True, encoding="utf-8", timeout=200
    )
    return folder, Ended(ended.returncode, ended.stdout, ended.stderr)


def test_the_leaderboard_is_shown_at_the_end(ran: tuple[Path, Ended]) -> None:
    folder, ended = ran
    assert ended.status == 0, ended.err
    lines = ended.out.splitlines()
    assert lines[0].split()[:2] == ["place", "candidate"]
    assert any("on 12 held-out rows" in line for line in lines)  # of 60
    assert (folder / "small_flow.py").exists()
    assert all((folder / line).exists() for line in lines if line.startswith("results/"))


def test_the_fits_are_followed(ran: tuple[Path, Ended]) -> None:
    _, ended = ran
    lines = ended.err.splitlines()
    assert lines[0] == "running small_flow.py"
    assert re.fullmatch(r"run \d+ has started", lines[1])
    assert re.fullmatch(r"6 of 6 fits, 2 failed · best ridge-00\d 0\.\d+ · ranking, testing and refitting", lines[-1])
    assert "\x1b" not in ended.err


def test_an_interrupt_stops_the_flow_and_says_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "long.mf").write_text(LONG)
    with subprocess.Popen(
        [MFC, "run", "long.mf"], cwd=tmp_path, env=clean_environment(tmp_path), stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        watchdog = threading.Timer(120, process.kill)
        watchdog.start()
        assert process.stderr is not None
        assert any(line.endswith("has started\n") for line in process.stderr)
        process.send_signal(signal.SIGINT)
        err = process.stderr.read()
        watchdog.cancel()
    assert process.returncode == 128 + signal.SIGINT
    assert "Traceback" not in err
    *_, said, command = err.splitlines()
    assert re.fullmatch(r"run \d+ ended .*; what is finished is kept, resume it with:", said)
    assert re.fullmatch(r"  python long_flow\.py resume --origin-run-id \d+", command)
    left = subprocess.run(["ps", "-eo", "args"], capture_output=True, encoding="utf-8").stdout
    assert "long_flow.py" not in left


def test_a_flow_that_fails_shows_why(specs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in clean_environment(specs).items():
        monkeypatch.setenv(name, value)
    ran = run("run", "good.mf", "--rwos", "3")
    assert (ran.status, ran.out) == (1, "")
    assert "no such option: --rwos" in ran.err.lower()
    assert ran.err.endswith("the run had not started yet\n")


@pytest.mark.parametrize(
    ("words", "status", "complaint"),
    [
        (["wrong.mf"], 1, "error[MF203]"),
        (["missing.mf"], 2, "cannot read `missing.mf`"),
        (["-"], 2, "a flow that is run needs a file"),
        ([], 2, "the following arguments are required: SPEC"),
    ],
)
def test_what_cannot_be_run_is_a_complaint(
    specs: Path, run: Run, words: list[str], status: int, complaint: str
) -> None:
    ran = run("run", *words)
    assert (ran.status, ran.out) == (status, "")
    assert complaint in ran.err


def test_edits_are_not_lost(specs: Path, run: Run) -> None:
    run("compile", "good.mf")
    Path("good_flow.py").write_text(Path("good_flow.py").read_text() + "# mine\n")
    ran = run("run", "good.mf")
    assert ran.status == 2
    assert "it was edited since mfc wrote it" in ran.err


def test_without_metaflow_it_says_so(specs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    ran = run("run", "good.mf")
    assert (ran.status, ran.out) == (2, "")
    assert "pip install 'metaflow-mfc[flows]'" in ran.err


def test_a_line_says_how_far_it_is() -> None:
    progress = Progress(["ridge/0-1", "ridge/2-3"])
    assert described(progress, 5.0) == "0 of 4 fits"
    progress.add(Task("ridge/0-1", (Fit("ridge-000", 0.12345, 4.0), Fit("ridge-000", 0.12345, 4.0))))
    assert described(progress, 8.0) == "2 of 4 fits · best ridge-000 0.1235 · 8 s left"
    progress.add(Task("ridge/2-3", ()))
    assert described(progress, 9.0) == "4 of 4 fits, 2 failed · best ridge-000 0.1235 · ranking, testing and refitting"
