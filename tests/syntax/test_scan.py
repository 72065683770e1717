import pytest

from mfc.syntax import language
from mfc.syntax.scan import scan


def kinds(text: str) -> list[str]:
    scanned = scan(text, language.load())
    assert scanned.diagnostics == []
    return [token.kind for token in scanned.tokens[:-1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1..3", ["INTEGER", "RANGE", "INTEGER"]),
        ("1 .. 3", ["INTEGER", "RANGE", "INTEGER"]),
        ("1.5..2.5", ["FLOAT", "RANGE", "FLOAT"]),
        ("n..3", ["NAME", "RANGE", "INTEGER"]),
        ("1e-3 1E5 1.5e+3 1_0.0_1", ["FLOAT"] * 4),
        ("20% 12.5% 1_0%", ["FRACTION"] * 3),
        ("30s 10m 2h 1d 1.5h", ["DURATION"] * 5),
        ("512MB 4GB 1TB", ["SIZE"] * 3),
        ("1-2", ["INTEGER", "MINUS", "INTEGER"]),
        ("a-b", ["NAME", "MINUS", "NAME"]),
        ("2**3*4//5/6", ["INTEGER", "POWER", "INTEGER", "STAR", "INTEGER", "FLOOR", "INTEGER", "SLASH", "INTEGER"]),
        ("a.b . c", ["NAME", "_DOT", "NAME", "_DOT", "NAME"]),
        ("a->b", ["NAME", "ARROW", "NAME"]),
        ("a=b~c", ["NAME", "EQUAL", "NAME", "TILDE", "NAME"]),
        ("true false none in", ["BOOLEAN", "BOOLEAN", "NONE", "IN"]),
        ("trues into _in nonee", ["NAME"] * 4),
        ("model models", ["MODEL", "NAME"]),
        ('"a # b" "\\""', ["STRING", "STRING"]),
        ("a\r\n# b\n\tc", ["NAME", "_NEWLINE", "_NEWLINE", "NAME"]),
        ("\ufeffa", ["NAME"]),
    ],
)
def test_texts_split_into_tokens(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_tokens_have_places_and_values() -> None:
    tokens = scan('a = 20%\n"b"', language.load()).tokens
    assert [(token.start, token.end, token.value) for token in tokens] == [
        (0, 1, "a"),
        (2, 3, "="),
        (4, 7, 0.2),
        (7, 8, "\n"),
        (8, 11, "b"),
        (11, 11, None),
    ]


def test_the_last_token_is_the_end() -> None:
    assert [token.kind for token in scan("", language.load()).tokens] == ["$END"]


def test_a_literal_without_a_meaning_is_unreadable() -> None:
    scanned = scan('a "\\x" b', language.load())
    assert [token.kind for token in scanned.tokens] == ["NAME", "UNREADABLE", "NAME", "$END"]
    assert [diagnostic.code.id for diagnostic in scanned.diagnostics] == ["MF104"]


def test_after_too_many_mistakes_the_rest_is_left_out() -> None:
    scanned = scan("@ " * 1_000, language.load())
    assert len(scanned.diagnostics) == 100
    assert scanned.tokens[-1].kind == "$END"
