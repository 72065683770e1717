import pytest

from mfc.diagnostics import Diagnostic
from mfc.syntax import language
from mfc.syntax.irregular import RIGHT_FORMS
from mfc.syntax.scan import scan
from mfc.syntax.tokens import Token


def mended(text: str) -> tuple[list[Token], Diagnostic]:
    scanned = scan(text, language.load())
    (diagnostic,) = scanned.diagnostics
    return scanned.tokens[:-1], diagnostic


@pytest.mark.parametrize(("text", "right"), RIGHT_FORMS.items())
def test_signs_of_other_languages_are_taken_for_ours(text: str, right: str) -> None:
    tokens, diagnostic = mended(f"a {text} b")
    expected = scan(f"a {right} b", language.load()).tokens[:-1]
    assert [token.kind for token in tokens] == [token.kind for token in expected]
    assert (diagnostic.code.id, diagnostic.span) == ("MF103", (2, 2 + len(text)))


def test_a_miswritten_sign_has_a_fix() -> None:
    _, diagnostic = mended("a == b")
    assert (diagnostic.message, diagnostic.label) == ("`==` is not part of the language", "write `=`")
    assert diagnostic.fix is not None
    assert (diagnostic.fix.span, diagnostic.fix.replacement) == ((2, 4), "=")


@pytest.mark.parametrize(
    "text", ["'a b'", "“a b”", "„a b“", "\N{LEFT SINGLE QUOTATION MARK}a b\N{RIGHT SINGLE QUOTATION MARK}"]
)
def test_other_quotes_make_strings(text: str) -> None:
    tokens, diagnostic = mended(text)
    assert tokens == [Token("STRING", 0, 5, "a b")]
    assert diagnostic.code.id == "MF103"
    assert diagnostic.fix is not None
    assert diagnostic.fix.replacement == '"a b"'


@pytest.mark.parametrize(
    ("text", "kinds", "end"),
    [
        ('"abc', ["STRING"], 4),
        ('f("abc) {', ["NAME", "LPAR", "STRING", "RPAR", "LBRACE"], 6),
        ('"a, b], )', ["STRING", "RSQB", "COMMA", "RPAR"], 5),
        ('")', ["STRING"], 2),
        ('"a\\', ["STRING"], 3),
    ],
)
def test_an_unclosed_string_leaves_the_brackets_behind_it_alone(text: str, kinds: list[str], end: int) -> None:
    tokens, diagnostic = mended(text)
    assert [token.kind for token in tokens] == kinds
    assert (diagnostic.code.id, diagnostic.span.end) == ("MF102", end)
    assert diagnostic.fix is not None
    assert (diagnostic.fix.span, diagnostic.fix.replacement) == ((end, end), '"')


def test_an_unclosed_string_ends_with_its_line() -> None:
    tokens, diagnostic = mended('"abc\r\nb')
    assert [token.kind for token in tokens] == ["STRING", "_NEWLINE", "NAME"]
    assert diagnostic.span == (0, 4)


@pytest.mark.parametrize("text", ["größe", "éa", "Ω"])
def test_names_are_ascii(text: str) -> None:
    tokens, diagnostic = mended(text)
    assert tokens == [Token("NAME", 0, len(text), text)]
    assert (diagnostic.code.id, diagnostic.message) == ("MF103", f"`{text}` cannot be a name")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (".5", "expected a digit before the decimal point"),
        ("5.", "expected a digit after the decimal point"),
        ("1_", "`_` must be between two digits"),
        ("1__0", "`_` must be between two digits"),
        ("10abc", "`abc` is not a unit"),
        ("30sec", "`sec` is not a unit"),
        ("0x1F", "not a valid number"),
        ("1.2.3", "not a valid number"),
        ("1e", "`e` is not a unit"),
        ("20%5", "not a valid number"),
    ],
)
def test_bad_numbers_are_one_token_and_explained(text: str, label: str) -> None:
    tokens, diagnostic = mended(text)
    assert [(token.kind, token.start, token.end) for token in tokens] == [("UNREADABLE", 0, len(text))]
    assert (diagnostic.code.id, diagnostic.label) == ("MF105", label)


def test_stray_characters_in_a_row_are_one_finding() -> None:
    tokens, diagnostic = mended("a $?! b")
    assert [token.kind for token in tokens] == ["NAME", "UNREADABLE", "NAME"]
    assert (diagnostic.code.id, diagnostic.span, diagnostic.message) == ("MF103", (2, 5), "unexpected character `$?!`")


@pytest.mark.parametrize(
    ("text", "part"),
    [("'", "double quotes"), ("\\", "backslash"), ("%", "percent"), ("\u00a0", "non-breaking")],
)
def test_stray_characters_come_with_advice(text: str, part: str) -> None:
    _, diagnostic = mended(text)
    assert part in (diagnostic.help or "")


def test_invisible_characters_are_not_quoted() -> None:
    assert mended("\x00")[1].message == "unexpected invisible character"
