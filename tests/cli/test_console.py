import io
import sys

import pytest

from mfc.cli.console import complain, prepare_streams, reason


def test_a_complaint_is_one_harmless_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("cannot read `\x1b[2J\n`")
    assert capsys.readouterr() == ("", "mfc: cannot read `␛[2J␊`\n")


def test_reasons_are_in_our_style() -> None:
    assert reason(PermissionError(13, "Permission denied")) == "permission denied"
    assert reason(OSError("No luck")) == "no luck"


def test_a_stream_takes_any_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    prepare_streams()
    print("é\udc80", flush=True)
    assert sys.stdout.buffer.getvalue() == b"\\xe9\\udc80\n"


def test_a_closed_stream_takes_any_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    prepare_streams()
    complain("nobody hears this")
    assert sys.stderr is not None
