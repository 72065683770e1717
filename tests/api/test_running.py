"""Runs that end before their time: by a mistake, by a failure, or by whoever watches them."""

import os
import signal
import subprocess
from pathlib import Path

import pandas as pd
import pytest

import mfc
from mfc.api import running
from mfc.api.running import Seen

SPEC = """\
tournament Endless
data mock.regression { n_samples = 200 }
folds kfold(2)
model ridge: Ridge { alpha in [0.1, 1] }
"""
FAILING = """\
tournament Failing
task regression
data csv("none.csv") { target = price }
model ridge: Ridge { alpha in [0.1, 1] }
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in an empty folder, where the runs are kept, too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("USERNAME", "mfc")
    monkeypatch.setenv("METAFLOW_DATASTORE_SYSROOT_LOCAL", str(tmp_path))
    return tmp_path


def test_what_a_run_cannot_take_is_said() -> None:
    with pytest.raises(mfc.MfcError, match="nonsense"):
        mfc.loads(SPEC).run(nonsense=1)
    assert Path("endless_flow.py").exists()


def test_a_run_that_fails_says_so() -> None:
    seen: list[Seen] = []
    with pytest.raises(mfc.MfcError, match=r"^the run Failing/\d+ failed in `start`: \w+Error: .*none\.csv.*$"):
        mfc.loads(FAILING).run(watch=seen.append)
    assert seen[-1].progress is None
    failed = mfc.run("Failing")
    assert seen[-1].run_id == failed.id
    with pytest.raises(mfc.MfcError, match="has no `model`: it is not finished, or has failed"):
        failed.predict(pd.DataFrame())
    with pytest.raises(mfc.MfcError, match="has no card"):
        failed.card()
    assert "Failing/" in failed._repr_html_()


def test_whoever_watches_can_end_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "GRACE", 0.1)
    before = signal.getsignal(signal.SIGINT)

    def interrupt(seen: Seen) -> None:
        if seen.run_id:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mfc.loads(SPEC).run(watch=interrupt)
    assert signal.getsignal(signal.SIGINT) is before
    left = subprocess.run(["pgrep", "-u", str(os.getuid()), "-f", "endless_flow.py"], capture_output=True, check=False)
    assert left.stdout == b""
