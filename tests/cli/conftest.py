import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from mfc.cli.main import main

GOOD = """\
tournament Demo
data mock.regression { n_samples = 100, n_features = 4 }
model ridge: Ridge { alpha in [0.1, 1.0] }
"""
WRONG = GOOD.replace("alpha", "alhpa")
WARNED = GOOD.replace("[0.1, 1.0]", "[0.1]")  # only one candidate


class Ran(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def specs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a directory with a specification that is fine, one that is wrong and one that is warned of."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"good.mf": GOOD, "wrong.mf": WRONG, "warned.mf": WARNED}.items():
        Path(name).write_text(text)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command in this process."""

    def run_here(*words: str) -> Ran:
        status = main(words)
        return Ran(status, *capsys.readouterr())

    return run_here


@pytest.fixture
def run_process() -> Callable[..., Ran]:
    """Run a command as a process of its own."""

    def run_there(*words: str, **environment: str) -> Ran:
        command = [Path(sys.executable).with_name("mfc"), *words]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8", env=os.environ | environment)
        return Ran(ran.returncode, ran.stdout, ran.stderr)

    return run_there
