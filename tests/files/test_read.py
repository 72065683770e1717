import os
import socket
from pathlib import Path

import pytest

from mfc.files.read import read_bytes, read_file, why_unread


def test_a_file_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.mf").write_bytes("\ufeffseed 1\r\n".encode())
    assert read_file(tmp_path / "a.mf") == "seed 1\r\n"


@pytest.mark.parametrize("kind", ["pipe", "directory", "device", "socket"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "odd"
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "directory":
        place.mkdir()
    elif kind == "device":
        place = Path(os.devnull)
    else:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(place))
    with pytest.raises(ValueError, match=f"it is a {kind}"):
        read_bytes(place)


def test_a_pipe_put_in_the_place_of_a_file_is_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")
    really_open = os.open
    monkeypatch.setattr(os, "open", lambda _, flags: really_open(tmp_path / "pipe", flags))
    with pytest.raises(ValueError, match="it is a pipe"):
        read_bytes(tmp_path / "file")


def test_a_file_has_a_largest_size(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * (2 * 2**20 + 1))
    with pytest.raises(ValueError, match="it has more than 2 MB"):
        read_bytes(tmp_path / "large", most=2 * 2**20)
    assert len(read_bytes(tmp_path / "large", most=2 * 2**20 + 1)) == 2 * 2**20 + 1


def test_the_place_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.mf").write_bytes(b"seed 1\n\xff")
    with pytest.raises(ValueError, match=r"not UTF-8 \(byte 0xff at offset 7, line 2\)"):
        read_file(tmp_path / "a.mf")


def test_why_a_file_was_not_read() -> None:
    assert why_unread(FileNotFoundError(2, "No such file or directory")) == "no such file"
    assert why_unread(PermissionError(13, "Permission denied")) == "permission denied"
    assert why_unread(ValueError("it is a pipe")) == "it is a pipe"
