"""Pipes, devices, huge files and closed streams: every command refuses them at once, with the reason."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from mfc.files.read import MOST_BYTES

MFC = str(Path(sys.executable).with_name("mfc"))
SPEC = 'tournament Demo\ndata mock.regression\nmodel ridge: Ridge {{ alpha in [0.1, 1.0] }}\ninclude "{}"\n'
READING = ["check", "fmt", "compile", "plan", "run", "blame", "check --fix", "compile --check"]
SOON = 60  # seconds, on a busy machine; a pipe would be waited for without end


class Ran(NamedTuple):
    status: int
    out: str
    err: str


def mfc(folder: Path, *words: str, shell: str | None = None) -> Ran:
    command = f"'{MFC}' {' '.join(words)} {shell}" if shell else [MFC, *words]
    ran = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", timeout=SOON, shell=shell is not None
    )
    assert "Traceback" not in ran.stderr
    assert "bug in mfc" not in ran.stderr
    return Ran(ran.returncode, ran.stdout, ran.stderr)


@pytest.fixture
def odd(tmp_path: Path) -> dict[str, str]:
    """Return odd files by name, with what is said of them."""
    os.mkfifo(tmp_path / "pipe.mf")
    (tmp_path / "directory.mf").mkdir()
    with (tmp_path / "huge.mf").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    (tmp_path / "binary.mf").write_bytes(b"seed 1\n\xff")
    (tmp_path / "device.mf").symlink_to("/dev/zero")
    return {
        "pipe.mf": "it is a pipe, not a file",
        "huge.mf": "it has more than 32 MB",
        "binary.mf": "not UTF-8 (byte 0xff at offset 7, line 2)",
        "device.mf": "it is a device, not a file",
    }


@pytest.mark.parametrize("command", READING)
def test_every_command_refuses_them(tmp_path: Path, odd: dict[str, str], command: str) -> None:
    for name, why in odd.items():
        ran = mfc(tmp_path, *command.split(), name)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == f"mfc: cannot read `{name}`: {why}\n"


def test_includes_are_refused_too(tmp_path: Path, odd: dict[str, str]) -> None:
    for name, why in {**odd, "directory.mf": "it is a directory"}.items():
        (tmp_path / "spec.mf").write_text(SPEC.format(name))
        ran = mfc(tmp_path, "check", "--format", "concise", "spec.mf")
        assert ran == (1, f"spec.mf:4:9: error[MF220]: cannot read `{name}`: {why}\n", "")


def test_the_substitute_of_a_file_is_a_pipe(tmp_path: Path) -> None:
    ran = mfc(
        tmp_path,
        "check",
        shell="/dev/fd/9 9< <(echo seed 1)" if Path("/bin/sh").resolve().name == "bash" else "/dev/stdin < /dev/zero",
    )
    assert ran.status == 2
    assert "not a file" in ran.err


@pytest.mark.parametrize("command", ["check", "fmt", "compile --stdout"])
def test_the_standard_input_may_be_closed_or_endless(tmp_path: Path, command: str) -> None:
    ran = mfc(tmp_path, command, "-", shell="<&-")
    assert ran.status == 2
    assert ran.err in {
        "mfc: cannot read `-`: the standard input is closed\n",
        "mfc: nothing to compile in `<stdin>`: it is empty\n",
    }
    ran = mfc(tmp_path, command, "-", shell="< /dev/zero")
    assert ran == (2, "", "mfc: cannot read `-`: it has more than 32 MB\n")


def test_a_chain_of_nine_hundred_includes_ends_soon(tmp_path: Path) -> None:
    for number in range(900):
        (tmp_path / f"{number}.mf").write_text(f'let a{number} = 1\ninclude "{number + 1}.mf"\n')
    ran = mfc(tmp_path, "check", "--format", "concise", "0.mf")
    assert ran.status == 1
    assert "50.mf:2:9: error[MF220]: `51.mf` is nested more than 50 includes deep\n" in ran.out


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("pipe.csv", "it is a pipe, not a file"),
        ("directory.csv", "it is a directory"),
        ("empty.csv", "is empty"),
        ("binary.csv", "it contains zero bytes"),
        ("missing.csv", "no such file"),
    ],
)
def test_init_names_the_file_that_it_cannot_read(tmp_path: Path, name: str, why: str) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "directory.csv").mkdir()
    (tmp_path / "empty.csv").touch()
    (tmp_path / "binary.csv").write_bytes(b"a,b\n\x00\xff,1\n")
    ran = mfc(tmp_path, "init", "--data", name, "--target", "b")
    assert (ran.status, ran.out) == (2, "")
    assert f"`{name}`" in ran.err
    assert why in ran.err
    assert not list(tmp_path.glob("*.mf"))


def test_a_settings_file_that_is_odd_is_named_or_passed_over(tmp_path: Path) -> None:
    (tmp_path / "spec.mf").write_text(SPEC.format("other.mf"))
    (tmp_path / "other.mf").write_text("model lasso: Lasso { alpha in [1, 2] }\n")
    os.mkfifo(tmp_path / "pyproject.toml")
    assert mfc(tmp_path, "check", "spec.mf").status == 0
    (tmp_path / "pyproject.toml").unlink()
    (tmp_path / "other.mf").write_text("model lasso: Lasso { alhpa in [1, 2] }\n")
    with (tmp_path / "pyproject.toml").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    ran = mfc(tmp_path, "check", "spec.mf")
    assert ran.status == 2
    assert ran.err.endswith("pyproject.toml`: it has more than 32 MB\n")


LIMITED = "ulimit -f 0; exec '{}' {}"


@pytest.mark.parametrize("words", ["init", "fmt spec.mf", "compile spec.mf", "check --fix spec.mf"])
def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, words: str) -> None:
    text = SPEC.format("other.mf").replace("data", "\n\n\ndata")
    if "--fix" in words:  # there is something to mend
        text = text.replace("regression", "classification").replace("Ridge", "RidgeClassifier") + "folds kfold(3)\n"
    (tmp_path / "spec.mf").write_text(text)
    (tmp_path / "other.mf").write_text("model lasso: Lasso { alpha in [1, 2] }\n")
    ran = subprocess.run(
        ["bash", "-c", LIMITED.format(MFC, words)], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=SOON
    )
    name = {"init": "tournament.mf", "compile spec.mf": "spec_flow.py"}.get(words, "spec.mf")
    assert ran.returncode == 2
    assert f"mfc: cannot write `{name}`: file too large\n" in ran.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.mf", "spec.mf"]
    assert (tmp_path / "spec.mf").read_text() == text


@pytest.mark.parametrize("words", ["init spec.mf", "compile spec.mf", "fmt spec.mf"])
def test_a_link_out_of_the_folder_is_not_written_through(tmp_path: Path, words: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    outside = tmp_path / "outside"
    (inside / "spec.mf").write_text(SPEC.format("other.mf").replace("data", "\n\n\ndata"))
    (inside / "other.mf").write_text("model lasso: Lasso { alpha in [1, 2] }\n")
    link = inside / ("spec_flow.py" if words.startswith("compile") else "spec.mf")
    if not words.startswith("compile"):
        link.rename(outside)
    before = outside.read_text() if outside.exists() else None
    link.symlink_to(outside)
    ran = mfc(inside, *words.split())
    assert ran.status == 2
    assert f"`{link.name}`" in ran.err
    assert (outside.read_text() if outside.exists() else None) == before
