import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from written import writing_of

Run = Callable[..., Any]

UGLY = "seed   1\ntest 20%\n"
PRETTY = "seed 1\ntest 20%\n"


@pytest.fixture
def ugly(specs: Path) -> Path:
    path = specs / "ugly.mf"
    path.write_text(UGLY)
    return path


def test_a_file_is_formatted_in_its_place(ugly: Path, run: Run) -> None:
    assert run("fmt", "ugly.mf", "good.mf") == (0, "formatted: ugly.mf\nunchanged: good.mf\n", "")
    assert ugly.read_text() == PRETTY
    assert run("fmt", "ugly.mf") == (0, "unchanged: ugly.mf\n", "")


def test_what_is_right_is_not_written(specs: Path, run: Run) -> None:
    before = writing_of("good.mf")
    run("fmt", "good.mf")
    assert writing_of("good.mf") == before


def test_line_ends_of_another_system_are_no_reason_to_write(ugly: Path, run: Run) -> None:
    ugly.write_bytes(PRETTY.replace("\n", "\r\n").encode())
    assert run("fmt", "--check", "ugly.mf") == (0, "", "")
    assert run("fmt", "ugly.mf") == (0, "unchanged: ugly.mf\n", "")
    assert b"\r\n" in ugly.read_bytes()
    ugly.write_bytes(UGLY.replace("\n", "\r\n").encode())
    assert run("fmt", "ugly.mf") == (0, "formatted: ugly.mf\n", "")
    assert ugly.read_bytes() == PRETTY.encode()


def test_check_names_what_is_not_formatted_and_writes_nothing(ugly: Path, run: Run) -> None:
    assert run("fmt", "--check", ".") == (1, "ugly.mf is not formatted\n", "")
    assert ugly.read_text() == UGLY


def test_diff_shows_what_would_change_and_writes_nothing(ugly: Path, run: Run) -> None:
    ran = run("fmt", "--diff", "good.mf", "ugly.mf")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.splitlines() == [
        "--- ugly.mf",
        "+++ ugly.mf formatted",
        "@@ -1,2 +1,2 @@",
        "-seed   1",
        "+seed 1",
        " test 20%",
    ]
    assert ugly.read_text() == UGLY


def test_the_standard_input_is_printed_formatted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (UGLY, PRETTY):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert run("fmt", "-") == (0, PRETTY, "")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(UGLY.encode())))
    assert run("fmt", "--check", "-") == (1, "<stdin> is not formatted\n", "")


def test_what_does_not_parse_is_refused_and_left_as_it_is(ugly: Path, run: Run) -> None:
    Path("broken.mf").write_text("seed  (\n")
    ran = run("fmt", "broken.mf", "ugly.mf")
    assert (ran.status, ran.out) == (1, "formatted: ugly.mf\n")
    assert ran.err.startswith("error[MF106]: ")
    assert Path("broken.mf").read_text() == "seed  (\n"


def test_what_is_only_wrong_is_formatted(specs: Path, run: Run) -> None:
    assert run("fmt", "wrong.mf") == (0, "unchanged: wrong.mf\n", "")


def test_comments_alone_can_be_formatted(specs: Path, run: Run) -> None:
    Path("notes.mf").write_text("\n\n  # to do  \n")
    assert run("fmt", "notes.mf").status == 0
    assert Path("notes.mf").read_text() == "# to do\n"


def test_files_are_written_all_or_none(ugly: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("also.mf").write_text(UGLY)
    opened = Path.open

    def refuse(path: Path, *arguments: Any, **options: Any) -> Any:
        if len(list(ugly.parent.glob(".mfc-*/*"))) == 1:
            raise OSError(28, "No space left on device")
        return opened(path, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert run("fmt", "also.mf", "ugly.mf") == (2, "", "mfc: cannot write `ugly.mf`: no space left on device\n")
    assert Path("also.mf").read_text() == UGLY
    assert not list(ugly.parent.glob(".mfc-*"))


def test_a_missing_file_does_not_keep_others_from_being_formatted(ugly: Path, run: Run) -> None:
    ran = run("fmt", "missing.mf", "ugly.mf")
    assert ran == (2, "formatted: ugly.mf\n", "mfc: cannot read `missing.mf`: no such file\n")
