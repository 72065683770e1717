from mfc.diagnostics import Finding
from mfc.diagnostics.render.concise import mended, render


def test_a_finding_is_a_line(findings: list[Finding]) -> None:
    assert render(findings).splitlines() == [
        "specs/a b.mf:1:6: error[MF103]: `:=` is 100% wrong (write `=`)",
        "specs/a b.mf:3:5: error[MF202]: `é` is declared twice",
        "specs/a b.mf:1:1: warning[MF603]: nothing uses it",
    ]


def test_no_finding_is_no_line() -> None:
    assert render([]) == ""


def test_what_was_mended_is_a_line(findings: list[Finding]) -> None:
    assert mended(findings[0]) == "specs/a b.mf:1:6: MF103: write `=`"
