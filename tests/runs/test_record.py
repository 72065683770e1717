import os
import subprocess
import sys
from pathlib import Path

import pytest

from mfc.runs.record import KEPT, LOG, RUN_ID, Running, describe, hold, new_record, running


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "mfc" / "runs"


def recorded(run_id: str) -> Path:
    folder = new_record("houses_flow")
    (folder / RUN_ID).write_text(f"{run_id}\n")
    (folder / LOG).touch()
    describe(folder, "Houses", 4711)
    return folder


def test_a_run_is_found_for_as_long_as_a_process_of_it_lives() -> None:
    folder = recorded("12")
    assert running("Houses/12") is None
    with (folder / LOG).open("wb") as log:
        hold(log.fileno())
        process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, stdout=log)
    assert running("Houses/12") == Running(4711, folder / LOG)
    assert running("Houses/13") is None
    assert running("Gardens/12") is None
    process.communicate(b"\n")
    assert running("Houses/12") is None


@pytest.mark.parametrize("about", ["", "[]", "{}", '{"tournament": "Houses", "group": "x"}'])
def test_a_damaged_record_is_as_none(about: str) -> None:
    folder = recorded("12")
    (folder / "run.json").write_text(about)
    with (folder / LOG).open("wb") as log:
        hold(log.fileno())
        assert running("Houses/12") is None


def test_what_is_long_over_is_removed(state: Path) -> None:
    old, older = recorded("1"), recorded("2")
    os.utime(older, (older.stat().st_atime, older.stat().st_mtime - KEPT - 60))
    newest = new_record("houses_flow")
    assert set(state.iterdir()) == {old, newest}


def test_without_a_home_records_are_temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    folder = new_record("houses_flow")
    assert folder.is_dir()
    assert tmp_path not in folder.parents
    assert running("Houses/12") is None
    folder.rmdir()
