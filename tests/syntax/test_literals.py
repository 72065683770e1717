import pytest

from mfc.diagnostics import Diagnostic
from mfc.syntax.literals import UnreadableError, decode


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("INTEGER", "10_000", 10_000),
        ("INTEGER", "007", 7),
        ("FLOAT", "1e-3", 0.001),
        ("FLOAT", "1_0.2_5e1", 102.5),
        ("FRACTION", "20%", 0.2),
        ("FRACTION", "7%", 0.07),
        ("FRACTION", "0.1%", 0.001),
        ("FRACTION", "100%", 1.0),
        ("DURATION", "30s", 30),
        ("DURATION", "10m", 600),
        ("DURATION", "2h", 7_200),
        ("DURATION", "1d", 86_400),
        ("DURATION", "1.5h", 5_400.0),
        ("SIZE", "512MB", 512),
        ("SIZE", "4GB", 4_096),
        ("SIZE", "1TB", 1_048_576),
        ("STRING", '"a b"', "a b"),
        ("STRING", r'"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"', '"\\/\b\f\n\r\té😀'),
        ("BOOLEAN", "true", True),
        ("BOOLEAN", "false", False),
        ("NONE", "none", None),
    ],
)
def test_literals_mean(kind: str, text: str, value: object) -> None:
    decoded = decode(kind, text, 0)
    assert decoded == value
    assert type(decoded) is type(value)


def problem(kind: str, text: str) -> Diagnostic:
    with pytest.raises(UnreadableError) as caught:
        decode(kind, text, 10)
    return caught.value.diagnostic


@pytest.mark.parametrize(
    ("text", "span", "message"),
    [
        (r'"a\x"', (12, 14), r"`\x` is not a valid escape"),
        (r'"a\\\x"', (14, 16), r"`\x` is not a valid escape"),
        (r'"\u12"', (11, 15), r"`\u12` is not a valid escape"),
        ('"a\tb"', (12, 13), "a string cannot contain a control character"),
        (r'"\ud800"', (10, 18), "this string contains half of a surrogate pair"),
    ],
)
def test_bad_escapes_are_pointed_at(text: str, span: tuple[int, int], message: str) -> None:
    diagnostic = problem("STRING", text)
    assert (diagnostic.code.id, diagnostic.span, diagnostic.message) == ("MF104", span, message)


def test_an_integer_may_have_four_thousand_digits() -> None:
    assert decode("INTEGER", "9" * 4_000, 0) == 10**4_000 - 1
    assert problem("INTEGER", "9" * 4_001).message == "this number has 4,001 digits"


@pytest.mark.parametrize(
    ("kind", "text"), [("FLOAT", "1e999"), ("FRACTION", f"{'9' * 400}%"), ("DURATION", f"{'9' * 305}.5h")]
)
def test_numbers_are_finite(kind: str, text: str) -> None:
    diagnostic = problem(kind, text)
    assert (diagnostic.code.id, diagnostic.span) == ("MF105", (10, 10 + len(text)))
    assert diagnostic.message == "this number is too large"
