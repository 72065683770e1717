from checking import finding, findings


def test_names_that_nothing_uses() -> None:
    found = finding("let width = 3")
    assert (found.code.id, found.message) == ("MF603", "`width` is never used")
    assert findings("param a = 3", "let b = a") == [("MF603", "b")]


def test_names_that_something_uses() -> None:
    assert findings("let a = 3", "param b = a", "seed b") == []


def test_what_uses_a_name_may_have_been_unreadable() -> None:
    assert findings("let a = 3", "seed a a") == [("MF101", "a")]
    assert findings("let a = 3", "model r: Ridge { alpha in [a, 2]; tol = }") != []
    assert "MF603" not in {code for code, _ in findings("let a = 3", "model r: Ridge { alpha in }", "seed 1")}
    assert findings("let a = 3", 'include "b.mf"') == []
