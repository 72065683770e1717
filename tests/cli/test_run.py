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

from mfc.cli.run import asks_for_quick, described
from mfc.pipeline import Compilation
from mfc.runs.progress import Fit, Progress, Task
from mfc.runs.shape import Asked
from mfc.source import Source

MFC = Path(sys.executable).with_name("mfc")
SPEC = """\
tournament Ran "A small run"
param rows = 80
data mock.regression { n_samples = rows, n_features = 4, noise = 20 }
folds kfold(2)
run { stop_after = 1h }
model ridge: Ridge { alpha in [1, 10] }
model broken: KNeighborsRegressor { n_neighbors = 1_000 }
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


def test_the_report_is_shown_at_the_end(ran: tuple[Path, Ended]) -> None:
    folder, ended = ran
    assert ended.status == 0, ended.err
    lines = ended.out.splitlines()
    assert "on 12 held-out rows of 60" in lines[0]
    assert any(line.split()[:2] == ["place", "candidate"] for line in lines)
    reproducible = "not reproducible fits not begun within 3,600 seconds are left out"
    assert reproducible in " ".join(ended.out.split())
    assert (folder / "small_flow.py").exists()
    assert all((folder / line).exists() for line in lines if line.startswith("results/"))


def test_the_fits_are_followed(ran: tuple[Path, Ended]) -> None:
    _, ended = ran
    lines = ended.err.splitlines()
    assert lines[0] == "running small_flow.py"
    assert re.fullmatch(r"run \d+ has started", lines[1])
    assert re.fullmatch(r"6 of 6 fits, 2 failed · best ridge-00\d 0\.\d+ · ranking, testing and refitting", lines[-1])
    assert "\x1b" not in ended.err


QUICK = """\
tournament Looked
task regression
data csv("rows.csv") { target = y }
model ridge: Ridge { alpha in [1, 2, 3, 4] }
model own: own_kind.Mean { offset in [0, 1] }
"""
OWN_KIND = """\
from sklearn.dummy import DummyRegressor

class Mean(DummyRegressor):
    def __init__(self, offset=0):
        self.offset = offset
        super().__init__()
"""


def test_a_first_look_replaces_nothing_and_says_what_it_is(tmp_path: Path) -> None:
    here, elsewhere = tmp_path / "study", tmp_path / "elsewhere"
    here.mkdir()
    elsewhere.mkdir()
    (here / "look.mf").write_text(QUICK)
    (here / "own_kind.py").write_text(OWN_KIND)
    rows = [f"{i % 17},{i % 23},{(i % 17) * 2 + i % 5}" for i in range(2_500)]
    (here / "rows.csv").write_text("\n".join(["a,b,y", *rows]))
    before = sorted(file.name for file in here.iterdir())
    ended = subprocess.run(
        [MFC, "run", "../study/look.mf", "--quick", "--max-workers", "2"],
        cwd=elsewhere,
        env=clean_environment(tmp_path),
        capture_output=True,
        encoding="utf-8",
        timeout=200,
    )
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert lines[0].startswith("a first look at ../study/look.mf: at most 2,000 rows, 2 folds")
    assert lines[-1].startswith("this was a first look")
    assert lines[-1].endswith("`mfc run ../study/look.mf` runs the tournament")
    assert "on 400 held-out rows of 2,000 from " in lines[1]
    assert "8 of 8 fits" in ended.stderr
    assert "first_look_flow.py" not in ended.stdout
    assert [name for name in sorted(file.name for file in here.iterdir()) if name != "__pycache__"] == before
    assert list(elsewhere.iterdir()) == []


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
    assert re.fullmatch(r"run \d+ ended .*; finished tasks are kept, resume it with:", said)
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


def test_a_run_that_dies_ends_with_the_reason_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("a,y\n" + "".join(f"{n % 7},{n % 3 or ''}\n" for n in range(60)))
    (tmp_path / "dead.mf").write_text(
        'tournament Dead\ntask regression\ndata csv("rows.csv") { target = y }\nmodel r: Ridge { alpha in [1, 2] }\n'
    )
    environment = clean_environment(tmp_path)
    command = [MFC, "run", "dead.mf"]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=200)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "Traceback" not in ended.stderr
    assert "resume" not in ended.stderr
    *_, said, reason = ended.stderr.splitlines()
    assert re.fullmatch(r"run \d+ failed in `start`, before the first fit; correct this and run it again:", said)
    assert reason.startswith("ValueError: ")
    assert "no usable 'y' in 20 of 60 rows, the first is row 0 (`missing_target = drop`" in reason
    results = subprocess.run([MFC, "results", "Dead"], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert f"failed in `start`: {reason}\ncorrect that and run the flow again" in results.stdout


@pytest.mark.parametrize(
    ("words", "status", "complaint"),
    [
        (["wrong.mf"], 1, "error[MF203]"),
        (["missing.mf"], 2, "cannot read `missing.mf`"),
        (["-"], 2, "cannot run the standard input"),
        ([], 2, "the following arguments are required: SPEC; see"),
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


def test_a_parameter_may_be_called_quick() -> None:
    texts = {name: SPEC + f'param {name} = 3 "A number"\n' for name in ("quick", "slow")}
    plans = {name: Compilation(Source("good.mf", text)).plan for name, text in texts.items()}
    assert not asks_for_quick(["--quick", "4"], plans["quick"])
    assert asks_for_quick(["--slow", "4", "--quick"], plans["slow"])
    assert not asks_for_quick(["--slow", "4"], plans["slow"])


def test_without_metaflow_it_says_so(specs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mfc.cli.run.find_spec", lambda _: None)
    ran = run("run", "good.mf")
    assert (ran.status, ran.out) == (2, "")
    assert "pip install 'metaflow-mfc[flows]'" in ran.err


def test_a_line_says_how_far_it_is() -> None:
    progress = Progress([Asked("ridge", 2), Asked("ridge", 2)])
    assert described(progress, 5.0) == "0 of 4 fits"
    progress.add(Task(Asked("ridge", 2), (Fit("ridge-000", 0.12345, 4.0), Fit("ridge-000", 0.12345, 4.0))))
    assert described(progress, 8.0) == "2 of 4 fits · best ridge-000 0.1235 · 8 s left"
    progress.add(Task(Asked("ridge", 2), ()))
    assert described(progress, 9.0) == "4 of 4 fits, 2 failed · best ridge-000 0.1235 · ranking, testing and refitting"
