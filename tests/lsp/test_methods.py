import subprocess
import sys
from pathlib import Path

import pytest
from attr import _make

from mfc.lsp.methods import Kept, kept_compiled

SOURCE = "def f(a):\n    return a + 1\n"


@pytest.fixture
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def run(kept: Kept) -> int:
    names: dict[str, object] = {}
    exec(kept.compile(SOURCE, "<a>", "exec"), names)
    return names["f"](1)  # type: ignore[operator, no-any-return]


@pytest.mark.usefixtures("writing")
def test_what_was_compiled_once_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Kept(tmp_path / "cache" / "kept")
    assert run(first) == 2
    first.save()
    assert [file.name for file in (tmp_path / "cache").iterdir()] == ["kept"]
    second = Kept(tmp_path / "cache" / "kept")
    monkeypatch.setattr("builtins.compile", None)
    assert run(second) == 2


@pytest.mark.usefixtures("writing")
def test_another_source_or_name_is_compiled_anew(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    codes = [kept.compile(source, name, "eval") for source in ("1", "2") for name in ("a", "b")]
    assert [(eval(code), code.co_filename) for code in codes] == [(1, "a"), (1, "b"), (2, "a"), (2, "b")]


@pytest.mark.usefixtures("writing")
@pytest.mark.parametrize("damaged", [b"", b"nonsense", b"\xe9\x01", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_as_none(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "kept").write_bytes(damaged)
    kept = Kept(tmp_path / "kept")
    assert run(kept) == 2
    kept.save()
    assert len((tmp_path / "kept").read_bytes()) > 100


@pytest.mark.usefixtures("writing")
def test_nothing_new_is_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    for _ in range(2):
        kept = Kept(file)
        run(kept)
        kept.save()
        file.chmod(0o400)
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]


def test_nothing_is_written_where_python_writes_no_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept = Kept(tmp_path / "kept")
    run(kept)
    kept.save()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("writing")
def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = Kept(tmp_path / "file" / "kept")
    run(kept)
    kept.save()


@pytest.mark.usefixtures("writing")
def test_attrs_finds_its_methods(tmp_path: Path) -> None:
    """In a process of its own, twice: the types work the same, and the second time nothing is new."""
    code = (
        "import sys; from pathlib import Path; from mfc.lsp.methods import Kept, kept_compiled\n"
        "sys.dont_write_bytecode = False\n"
        "with kept_compiled(Path(sys.argv[1])): from lsprotocol.types import Position, Range\n"
        "first, second = (Range(Position(1, 2), Position(3, 4)) for _ in range(2))\n"
        "print(first == second, first.start < first.end)"
    )
    kept = tmp_path / "kept"
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code, kept], capture_output=True, text=True, check=True)
        assert done.stdout == "True True\n"
        written = kept.stat().st_mtime_ns
    assert kept.stat().st_mtime_ns == written
    assert len(kept.read_bytes()) > 100_000


def test_attrs_is_left_as_it_was(tmp_path: Path) -> None:
    before = dict(vars(_make))

    def fail() -> None:
        with kept_compiled(tmp_path / "kept"):
            assert "compile" in vars(_make)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert vars(_make) == before
