import errno
import io
import os
from pathlib import Path

import pytest

from mfc.cli.console import CommandError
from mfc.cli.specs import examine, read, style_for
from mfc.diagnostics.render.text import COLOURED, PLAIN


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "nothing to compile in `x.mf`: it is empty"),
        (b" \n\t\r\n", "nothing to compile in `x.mf`: it is empty"),
        (b"\xef\xbb\xbf", "nothing to compile in `x.mf`: it is empty"),
        (b"# one\n  # two", "nothing to compile in `x.mf`: only comments"),
        (b"seed 1\nsee\xff", "cannot read `x.mf`: not UTF-8 (byte 0xff at offset 10, line 2)"),
        (b"\xef\xbb\xbf\xe9", "cannot read `x.mf`: not UTF-8 (byte 0xe9 at offset 3, line 1)"),
        ("seed 1".encode("utf-16"), "cannot read `x.mf`: not UTF-8 (byte 0xff at offset 0, line 1)"),
    ],
)
def test_what_is_no_specification_is_refused(specs: Path, content: bytes, complaint: str) -> None:
    Path("x.mf").write_bytes(content)
    with pytest.raises(CommandError) as refused:
        read("x.mf")
    assert str(refused.value) == complaint


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("missing.mf", "cannot read `missing.mf`: no such file"),
        ("missing/x.mf", "cannot read `missing/x.mf`: no such file"),
        ("goood.mf", "cannot read `goood.mf`: no such file; did you mean `good.mf`?"),
        ("good", "cannot read `good`: no such file; did you mean `good.mf`?"),
        ("rows.csv", "`rows.csv` is a table, not a specification; `mfc init --data` writes one for it"),
        (".", "cannot read `.`: it is a directory"),
        ("good.mf/x.mf", "cannot read `good.mf/x.mf`: not a directory"),
        ("x" * 5_000, f"cannot read `{'x' * 5_000}`: file name too long"),
    ],
)
def test_what_is_no_file_is_refused(specs: Path, name: str, complaint: str) -> None:
    with pytest.raises(CommandError) as refused:
        read(name)
    assert str(refused.value) == complaint


def test_an_unreadable_file_is_refused(specs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CommandError, match=r"cannot read `good\.mf`: permission denied"):
        read("good.mf")


def test_a_byte_order_mark_is_left_out(specs: Path) -> None:
    Path("bom.mf").write_bytes(b"\xef\xbb\xbf" + Path("good.mf").read_bytes())
    assert read("bom.mf").text == Path("good.mf").read_text()


def test_line_ends_are_kept_for_the_places(specs: Path) -> None:
    Path("crlf.mf").write_bytes(b"seed 1\r\n")
    assert read("crlf.mf").text == "seed 1\r\n"


def test_findings_of_all_files_are_shown_and_counted_together(specs: Path) -> None:
    stream = io.StringIO()
    Path("bad.mf").write_text(Path("wrong.mf").read_text())
    examined = examine(["wrong.mf", "good.mf", "bad.mf"], stream)
    assert examined.status == 1
    assert [compilation.source.name for compilation in examined.compilations] == ["wrong.mf", "good.mf", "bad.mf"]
    *blocks, tally = stream.getvalue().split("\n\n")
    assert [block.splitlines()[1] for block in blocks] == [" --> wrong.mf:3:22", " --> bad.mf:3:22"]
    assert tally == "2 errors\n"


def test_a_file_that_cannot_be_read_does_not_hide_the_others(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stream = io.StringIO()
    examined = examine(["missing.mf", "wrong.mf"], stream)
    assert examined.status == 2
    assert "wrong.mf:3:22" in stream.getvalue()
    assert capsys.readouterr().err == "mfc: cannot read `missing.mf`: no such file\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert style_for(Terminal()) == COLOURED
    assert style_for(io.StringIO()) == PLAIN


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_can_refuse_colours(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    assert style_for(Terminal()) == PLAIN
