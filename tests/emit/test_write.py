import errno
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from written import writing_of

from mfc.emit.header import stamp
from mfc.emit.write import write
from mfc.files.write import WriteError


def flow(body: str) -> str:
    return stamp(f"# ///\n{body}\n", "demo.mf", "0" * 12)


OLD, NEW = flow("SEED = 1"), flow("SEED = 2")


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def test_a_new_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "demo_flow.py"
    assert write({path: NEW}) == [path]
    assert path.read_bytes() == NEW.encode()
    assert names(tmp_path) == ["demo_flow.py"]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    path = tmp_path / "demo_flow.py"
    write({path: NEW})
    assert path.stat().st_mode == other.stat().st_mode


def test_an_older_flow_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "demo_flow.py"
    path.write_text(OLD)
    path.chmod(0o750)
    assert write({path: NEW}) == [path]
    assert path.read_text() == NEW
    assert path.stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_file_that_does_not_differ_is_not_touched(tmp_path: Path, line_end: str) -> None:
    path = tmp_path / "demo_flow.py"
    path.write_text(NEW, newline=line_end)
    before = writing_of(path)
    assert write({path: NEW}) == []
    assert writing_of(path) == before


def test_the_file_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target.py", tmp_path / "link.py"
    target.write_text(OLD)
    link.symlink_to(target)
    write({link: NEW})
    assert link.is_symlink()
    assert target.read_text() == NEW


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"print('mine')\n", "not written by mfc; move it away or delete it"),
        (b"", "not written by mfc; move it away or delete it"),
        (b"\xff\xfe", "not written by mfc; move it away or delete it"),
        (OLD.replace("1", "3").encode(), "edited since mfc wrote it; `--force` discards the edits"),
        (OLD.encode() + b"# mine\n", "edited since mfc wrote it; `--force` discards the edits"),
    ],
)
def test_nobodys_work_is_lost(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "demo_flow.py"
    path.write_bytes(content)
    with pytest.raises(WriteError, match=rf"will not replace `.*demo_flow.py`: it was {why}"):
        write({path: NEW})
    assert path.read_bytes() == content
    assert names(tmp_path) == ["demo_flow.py"]


def test_edits_are_discarded_by_force(tmp_path: Path) -> None:
    path = tmp_path / "demo_flow.py"
    path.write_text(OLD + "# mine\n")
    assert write({path: NEW}, force=True) == [path]
    assert path.read_text() == NEW


def test_what_is_not_ours_is_not_replaced_even_by_force(tmp_path: Path) -> None:
    path = tmp_path / "demo_flow.py"
    path.write_text("mine")
    with pytest.raises(WriteError, match="not written by mfc"):
        write({path: NEW}, force=True)
    assert path.read_text() == "mine"


def test_all_or_none_are_written(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a_flow.py", tmp_path / "b_flow.py"
    theirs.write_text("mine")
    with pytest.raises(WriteError, match=r"b_flow\.py"):
        write({ours: NEW, theirs: NEW})
    assert names(tmp_path) == ["b_flow.py"]


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = tmp_path / "old_flow.py", tmp_path / "new_flow.py"
    old.write_text(OLD)

    def no_space(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(WriteError, match=r"cannot write `.*new_flow\.py`: no space left on device"):
        write({new: NEW, old: NEW})
    assert names(tmp_path) == ["old_flow.py"]
    assert old.read_text() == OLD


def test_a_kill_in_the_middle_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "demo_flow.py"
    path.write_text(OLD)
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from mfc.emit.write import write\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write({Path(sys.argv[1]): sys.argv[2]})\n"
    )
    killed = subprocess.run([sys.executable, "-c", program, path, NEW])
    assert killed.returncode == -signal.SIGKILL
    assert path.read_text() == OLD
    assert len(names(tmp_path)) == 2
    write({path: NEW})
    assert names(tmp_path) == ["demo_flow.py"]


def test_writers_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "demo_flow.py"
    versions = [flow(f"SEED = {number}\n" * 2_000) for number in range(4)]
    seen = set()

    def write_often(version: str) -> None:
        for _ in range(5):
            write({path: version})
            seen.add(path.read_text())

    threads = [threading.Thread(target=write_often, args=[version]) for version in versions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen <= set(versions)
    assert path.read_text() in versions
    assert names(tmp_path) == ["demo_flow.py"]


def test_a_missing_directory_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "demo_flow.py"
    with pytest.raises(WriteError, match=r"cannot write `.*demo_flow\.py`: there is no directory `.*missing`"):
        write({path: NEW})


def test_a_directory_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="it is a directory"):
        write({tmp_path: NEW})


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(WriteError, match="it is a device, not a file"):
        write({Path(os.devnull): NEW})
    assert not Path(os.devnull).is_file()


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match="not a directory"):
        write({tmp_path / "file" / "demo_flow.py": NEW})


def test_a_name_that_is_too_long_is_a_complaint(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="file name too long"):
        write({tmp_path / ("x" * 5_000): NEW})


def test_a_directory_without_permission_is_a_complaint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(WriteError, match=r"cannot write `.*demo_flow\.py`: permission denied"):
        write({tmp_path / "demo_flow.py": NEW})
