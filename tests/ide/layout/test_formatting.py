import pytest
from cases import Case, cases
from formatting import fmt

from mfc.ide.document import Document, Edit
from mfc.ide.layout.formatting import format_range, format_text
from mfc.source import Source, Span


def applied(text: str, edits: list[Edit]) -> str:
    for (start, end), new in edits:
        text = f"{text[:start]}{new}{text[end:]}"
    return text


@pytest.mark.parametrize("case", cases("formatting"))
def test_formatting(case: Case) -> None:
    place = Span(case.places[0], case.places[-1])
    whole, part = format_text(case.document), format_range(case.document, place)
    assert applied(case.document.text, whole) == fmt(case.document.text)
    shown = [f"{case.document.text[start:end]!r} → {new!r}" for (start, end), new in part]
    case.expect("\n".join(shown) or "nothing")


def test_what_does_not_parse_stays() -> None:
    document = Document(Source("spec.mf", "let   a ="))
    assert format_text(document) == format_range(document, Span(0, 1)) == []


def test_line_ends_of_windows_become_our_own() -> None:
    text = "let a = 1\r\nlet   b = 2\r\n"
    assert applied(text, format_text(Document(Source("spec.mf", text)))) == "let a = 1\nlet b = 2\n"
