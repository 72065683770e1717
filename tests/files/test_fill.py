import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mfc.files.fill import LIST, fill
from mfc.files.write import WriteError

LIMITED = """
import resource, sys
from pathlib import Path
from mfc.files.fill import fill
from mfc.files.write import WriteError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
def make(folder):
    (folder / "card.md").write_text("new")
    (folder / "model").write_bytes(b"new" * 1000)
try:
    fill(Path("best"), make)
except WriteError as error:
    print(error)
"""


def making(**files: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        for name, text in files.items():
            (folder / name).write_text(text)

    return make


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.name != LIST}


def test_files_are_put_into_a_new_directory(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b"
    assert fill(place, making(card="1", model="2")) == [place / "card", place / "model"]
    assert texts(place) == {"card": "1", "model": "2"}


def test_what_was_put_there_before_is_replaced(tmp_path: Path) -> None:
    fill(tmp_path, making(card="1", model="2"))
    fill(tmp_path, making(figure="3"))
    fill(tmp_path, making(card="4", model="5"))
    assert texts(tmp_path) == {"card": "4", "model": "5", "figure": "3"}


@pytest.mark.parametrize("has_list", [True, False])
def test_nobodys_work_is_lost_but_by_force(tmp_path: Path, has_list: bool) -> None:
    if has_list:
        fill(tmp_path, making(card="1", model="2"))
    (tmp_path / "card").write_text("mine")
    with pytest.raises(WriteError, match=r"will not replace `.*card`: it was not written by mfc, or was edited since"):
        fill(tmp_path, making(card="3", model="4"))
    assert texts(tmp_path) == {"card": "mine"} | ({"model": "2"} if has_list else {})
    fill(tmp_path, making(card="3", model="4"), force=True)
    assert texts(tmp_path) == {"card": "3", "model": "4"}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    outside, place = tmp_path / "outside", tmp_path / "place"
    outside.write_text("theirs")
    place.mkdir()
    (place / "card").symlink_to(outside)
    with pytest.raises(WriteError, match="will not replace"):
        fill(place, making(card="1"))
    fill(place, making(card="1"), force=True)
    assert outside.read_text() == "theirs"
    assert texts(place) == {"card": "1"}


def test_a_file_that_is_the_same_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "card").write_text("1")
    fill(tmp_path, making(card="1"))
    assert texts(tmp_path) == {"card": "1"}


@pytest.mark.parametrize("listed", ["[]", "{", "\0"])
def test_a_damaged_list_is_as_none(tmp_path: Path, listed: str) -> None:
    fill(tmp_path, making(card="1"))
    (tmp_path / LIST).write_text(listed)
    with pytest.raises(WriteError, match="will not replace"):
        fill(tmp_path, making(card="2"))


@pytest.mark.parametrize("size", [0, 2, 100, 2999])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, size: int) -> None:
    fill(tmp_path / "best", making(card="1", model="2"))
    before = texts(tmp_path / "best")
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(size)], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout == "cannot write `best`: file too large\n"
    assert texts(tmp_path / "best") == before


def test_a_directory_that_comes_to_nothing_is_taken_away(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise OSError(28, "No space left on device")

    with pytest.raises(WriteError, match=r"cannot write `.*b`: no space left on device"):
        fill(tmp_path / "a" / "b", fail)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(WriteError, match="not a directory"):
            fill(place, making(card="1"))
