import pytest

from mfc.syntax import language
from mfc.syntax.layout import lay_out
from mfc.syntax.scan import scan

KEYWORDS = frozenset(language.load().keywords.values())


def kinds(text: str) -> str:
    tokens, diagnostics = lay_out(scan(text, language.load()).tokens, KEYWORDS)
    assert diagnostics == []
    return " ".join(token.kind for token in tokens[:-1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n\na\n\nb\n\n", "NAME _NEWLINE NAME"),
        ("a(\nb,\n\nc\n)", "NAME LPAR NAME COMMA NAME RPAR"),
        ("[\na\n]", "LSQB NAME RSQB"),
        ("{\na\n\nb\n}\n", "LBRACE NAME _NEWLINE NAME RBRACE"),
        ("{ a,\nb,\n}", "LBRACE NAME COMMA NAME COMMA RBRACE"),
        ("a,\nb", "NAME COMMA _NEWLINE NAME"),
        ("{ a\n,b }", "LBRACE NAME _NEWLINE COMMA NAME RBRACE"),
        ("{ f(\na\n)\nb }", "LBRACE NAME LPAR NAME RPAR _NEWLINE NAME RBRACE"),
    ],
)
def test_newlines_stay_where_they_separate(text: str, expected: str) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seed seed", "SEED NAME"),
        ("seed\nseed", "SEED _NEWLINE SEED"),
        ("seed = 1", "NAME EQUAL INTEGER"),
        ("seed in a", "NAME IN NAME"),
        ("seed ~ a", "NAME TILDE NAME"),
        ("seed -> a", "NAME ARROW NAME"),
        ("{ fit, fit", "LBRACE FIT COMMA FIT"),
        ("fit, fit", "FIT COMMA NAME"),
        ("{ (fit, fit", "LBRACE LPAR NAME COMMA NAME"),
        ("(\nfit", "LPAR NAME"),
        ("a.data", "NAME _DOT NAME"),
    ],
)
def test_keywords_are_names_where_no_entry_begins(text: str, expected: str) -> None:
    assert kinds(text) == expected


def test_a_brace_on_a_line_of_its_own_is_reported_and_joined() -> None:
    tokens, diagnostics = lay_out(scan("run\n\n{\n}", language.load()).tokens, KEYWORDS)
    assert [token.kind for token in tokens] == ["RUN", "LBRACE", "RBRACE", "$END"]
    assert [(one.code.id, one.span, one.message) for one in diagnostics] == [
        ("MF101", (5, 6), "this `{` is on a line of its own")
    ]
