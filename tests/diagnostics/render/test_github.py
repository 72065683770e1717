from mfc.diagnostics import Finding
from mfc.diagnostics.render.github import render


def test_a_finding_is_a_command(findings: list[Finding]) -> None:
    assert render(findings).splitlines() == [
        "::error file=specs/a b.mf,line=1,col=6,endLine=1,endColumn=8,"
        "title=MF103%3A unexpected character"
        "::`:=` is 100%25 wrong%0Awrite `=`%0Aor%0Anot",
        "::error file=specs/a b.mf,line=3,col=5,endLine=3,endColumn=6,title=MF202%3A declared more than once"
        "::`é` is declared twice",
        "::warning file=specs/a b.mf,line=1,col=1,endLine=4,title=MF603%3A unused name::nothing uses it",
    ]
