import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mfc.files import staging as module
from mfc.files.staging import clean, staging

KILLED = """
import os, signal, sys
from pathlib import Path
from mfc.files.staging import staging
with staging(Path(sys.argv[1])) as folder:
    (folder / "part").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_is_gone_afterwards(tmp_path: Path) -> None:
    with staging(tmp_path) as folder:
        (folder / "part").write_text("half")
        assert folder.parent == tmp_path
    assert names(tmp_path) == []


def test_what_a_killed_process_left_is_removed_by_the_next(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path])
    assert killed.returncode == -signal.SIGKILL
    assert len(names(tmp_path)) == 1
    with staging(tmp_path) as folder:
        assert names(tmp_path) == [folder.name]
    assert names(tmp_path) == []


def test_what_is_in_use_is_left(tmp_path: Path) -> None:
    with staging(tmp_path) as one, staging(tmp_path) as other:
        clean(tmp_path)
        assert names(tmp_path) == sorted((one.name, other.name))


def test_nothing_else_is_removed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "letter").touch()
    place = tmp_path / "place"
    place.mkdir()
    (place / f".mfc-{'0' * 16}.tmp").symlink_to(home)
    (place / f".mfc-{'1' * 16}.tmp").touch()
    (place / ".mfc-mine.tmp").mkdir()
    nested = place / f".mfc-{'2' * 16}.tmp" / "deeper"
    nested.mkdir(parents=True)
    before = names(place)
    clean(place)
    assert names(place) == before
    assert names(home) == ["letter"]
    assert nested.exists()


def test_it_goes_without_locks_where_there_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "fcntl", None)
    (tmp_path / f".mfc-{os.urandom(8).hex()}.tmp").mkdir()
    with staging(tmp_path):
        assert len(names(tmp_path)) == 2
    assert len(names(tmp_path)) == 1
