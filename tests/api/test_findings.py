import mfc

HOSTILE = """\
tournament Houses "<script>"
data mock.regression { noise = 10 }
model ridge: Ridge { alpha in [0.1, 1], <script> = 1 }
"""


def test_they_read_as_the_command_has_them() -> None:
    findings = mfc.loads(HOSTILE.replace("<script> = 1", "tlo = 1"), "houses.mf").findings
    assert str(findings).startswith("error[MF203]: `Ridge` has no argument `tlo`\n --> houses.mf:3:41\n")
    assert str(findings).endswith("1 error")


def test_a_cell_has_the_place_marked() -> None:
    html = mfc.loads(HOSTILE.replace("<script> = 1", "tlo = 1"), "houses.mf").findings._repr_html_()
    assert "alpha in [0.1, 1], <mark>tlo</mark> = 1 }" in html
    assert "houses.mf:3:41" in html
    assert "help: did you mean `tol`?" in html


def test_text_is_text() -> None:
    html = mfc.loads(HOSTILE).findings._repr_html_()
    assert "<script>" not in html
    assert "&lt;" in html


def test_a_place_without_characters_is_marked() -> None:
    findings = mfc.loads("").findings
    assert findings
    assert "<mark> </mark>" in findings._repr_html_()


def test_errors_are_apart_from_warnings() -> None:
    findings = mfc.loads("let unused = 1\n" + HOSTILE.replace("<script> = 1", "tlo = 1")).findings
    assert [one.diagnostic.code.id for one in findings] == ["MF603", "MF203"]
    assert [one.diagnostic.code.id for one in findings.errors] == ["MF203"]


def test_nothing_is_found() -> None:
    text = HOSTILE.replace(", <script> = 1", "")
    assert repr(mfc.loads(text).findings) == "no findings"
    assert "no findings" in mfc.loads(text).findings._repr_html_()
