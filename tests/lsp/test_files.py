import os
from pathlib import Path

import pytest

from mfc.lsp.files import Files, is_file, path_of, uri_of


def test_specifications_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.mf", "a/c.mf", ".venv/d.mf", "node_modules/e.mf", "f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    files = Files()
    files.add(str(tmp_path), whole=False)
    assert files.specs() == [str(tmp_path / "b.mf")]
    files.add(str(tmp_path))
    assert files.specs() == [str(tmp_path / "b.mf"), str(tmp_path / "a" / "c.mf")]
    (tmp_path / "b.mf").unlink()
    files.refresh()
    assert files.specs() == [str(tmp_path / "a" / "c.mf")]


def test_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.mf"
    path.write_bytes(b"\xef\xbb\xbfseed 1\r\n")
    assert Files().read(str(path)).text == "seed 1\r\n"
    path.write_bytes(b"\xff")
    with pytest.raises(ValueError, match="not UTF-8"):
        Files().read(str(path))
    with pytest.raises(FileNotFoundError):
        Files().read(str(tmp_path / "b.mf"))


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ValueError, match="it is a pipe, not a file"):
        Files().read(str(tmp_path / "pipe"))
    first_line, _ = Files().around(str(tmp_path / "spec.mf"))
    assert first_line("pipe") is None


def test_what_is_beside_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "rows.csv").write_bytes("größe,b\r\n1,2\r\n".encode())
    (tmp_path / ".hidden").write_text("")
    (tmp_path / "binary.csv").write_bytes(b"\xff\n")
    first_line, names_in = Files().around(str(tmp_path / "spec.mf"))
    assert first_line("data/rows.csv") == "größe,b"
    assert [first_line(name) for name in ("none.csv", "data", "binary.csv", "a\0b")] == [None] * 4
    assert names_in("") == ["binary.csv", "data/"]
    assert names_in("data/") == ["rows.csv"]
    assert names_in("none/") == []


def test_names_of_files(tmp_path: Path) -> None:
    path = str(tmp_path / "ä b.mf")
    assert path_of(uri_of(path)) == path
    assert path_of("untitled:Untitled-1") == uri_of("untitled:Untitled-1") == "untitled:Untitled-1"


@pytest.mark.parametrize("uri", ["inmemory://model/1", "vscode-vfs://github/a/b/spec.mf", "git:/a/b.mf?%7B%7D", "x:y"])
def test_addresses_of_what_is_no_file(uri: str) -> None:
    assert uri_of(path_of(uri)) == uri
    assert not is_file(path_of(uri))
    with pytest.raises(ValueError, match="it is neither open nor a file"):
        Files().read(path_of(uri))


@pytest.mark.parametrize(
    "uri", ["file:///a/%ff%fe.mf", "file:///a%00b.mf", "file://[bad/a.mf", "file:///\ud800.mf", "", "file:"]
)
def test_addresses_that_mean_nothing(uri: str) -> None:
    path = path_of(uri)
    assert path == path_of(uri)
    assert not is_file(path) or not uri
    assert Files().gives(path, "MF603")


def test_a_project_may_want_no_warnings_of_a_kind(tmp_path: Path) -> None:
    files, spec = Files(), str(tmp_path / "spec.mf")
    assert files.gives(spec, "MF603")
    (tmp_path / "pyproject.toml").write_text('[tool.mfc]\nignore = ["MF603"]\n')
    files.refresh()
    assert (files.gives(spec, "MF603"), files.gives(spec, "MF602")) == (False, True)
    (tmp_path / "pyproject.toml").write_text("[tool.mfc]\nnonsense = 1\n")
    files.refresh()
    assert files.gives(spec, "MF603")
