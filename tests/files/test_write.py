import errno
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from mfc.files.write import WriteError, create, replace

LIMITED = """
import resource, sys
from pathlib import Path
from mfc.files.write import WriteError, create, replace
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
try:
    replace({Path("a.mf"): "new " * 500, Path("b.mf"): "new"})
except WriteError as error:
    print(error)
try:
    create(Path("c.mf"), "new " * 500)
except WriteError as error:
    print(error)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_any_texts_are_replaced_all_or_none(tmp_path: Path) -> None:
    texts = {tmp_path / name: name for name in ("a.mf", "b.mf")}
    for path in texts:
        path.write_text("old")
    replace(texts)
    assert [path.read_text() for path in texts] == ["a.mf", "b.mf"]
    with pytest.raises(WriteError, match="there is no directory"):
        replace({tmp_path / "a.mf": "new", tmp_path / "missing" / "b.mf": "new"})
    assert (tmp_path / "a.mf").read_text() == "a.mf"


@pytest.mark.parametrize("size", [0, 1, 700, 1999])
def test_a_disk_that_is_full_at_any_byte_changes_nothing(tmp_path: Path, size: int) -> None:
    for name in ("a.mf", "b.mf"):
        (tmp_path / name).write_text("old")
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(size)], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout == "cannot write `a.mf`: file too large\ncannot write `c.mf`: file too large\n"
    assert names(tmp_path) == ["a.mf", "b.mf"]
    assert {(tmp_path / name).read_text() for name in ("a.mf", "b.mf")} == {"old"}
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != size


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    inside.mkdir()
    (inside / "flow.py").symlink_to(outside)
    with pytest.raises(WriteError, match=r"it is a link to `.*outside`, outside its folder"):
        replace({inside / "flow.py": "new"})
    assert not outside.exists()
    outside.write_text("old")
    with pytest.raises(WriteError, match="outside its folder"):
        replace({inside / "flow.py": "new"})
    assert outside.read_text() == "old"


def test_the_directory_that_a_link_leads_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "flow.py").symlink_to("nowhere/flow.py")
    with pytest.raises(WriteError, match=r"cannot write `.*flow\.py`: there is no directory `.*/nowhere`"):
        replace({tmp_path / "flow.py": "new"})


def test_a_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    replace({tmp_path / "link" / "a.mf": "new"})
    create(tmp_path / "link" / "b.mf", "new")
    assert names(tmp_path / "real") == ["a.mf", "b.mf"]


def test_a_new_file_is_whole(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    create(tmp_path / "a.mf", "new\n")
    assert (tmp_path / "a.mf").read_bytes() == b"new\n"
    assert (tmp_path / "a.mf").stat().st_mode == other.stat().st_mode
    assert names(tmp_path) == ["a.mf", "other"]


@pytest.mark.parametrize("hard_links", [True, False])
def test_what_exists_is_not_created_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hard_links: bool) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    if not hard_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    create(tmp_path / "a.mf", "old")
    (tmp_path / "b.mf").symlink_to(tmp_path / "nowhere")
    for name in ("a.mf", "b.mf"):
        with pytest.raises(WriteError, match=rf"`.*{name}` exists; name another file, or move it away"):
            create(tmp_path / name, "new")
    assert (tmp_path / "a.mf").read_text() == "old"
    assert names(tmp_path) == ["a.mf", "b.mf"]
