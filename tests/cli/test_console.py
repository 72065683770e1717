import pytest

from mfc.cli.console import complain, reason


def test_a_complaint_is_one_harmless_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("cannot read `\x1b[2J\n`")
    assert capsys.readouterr() == ("", "mfc: cannot read `␛[2J␊`\n")


def test_reasons_are_in_our_style() -> None:
    assert reason(PermissionError(13, "Permission denied")) == "permission denied"
    assert reason(OSError("No luck")) == "no luck"
    assert reason(OSError(28, "No space left on device", "a.mf")) == "no space left on device: `a.mf`"
