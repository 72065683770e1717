import pytest
from cases import Case, cases

from mfc.ide.reading.hints import hints
from mfc.source import Span


@pytest.mark.parametrize("case", cases("hints"))
def test_hints(case: Case) -> None:
    text = case.document.text
    for hint in reversed(hints(case.document, Span(0, len(text)))):
        text = f"{text[: hint.offset]} ⟨{hint.text}⟩{text[hint.offset :]}"
    case.expect("\n".join(line for line in text.split("\n") if "⟨" in line))


def test_hints_of_a_part_of_the_text() -> None:
    (case,) = (one.values[0] for one in cases("hints") if one.id == "searches")
    assert len(hints(case.document, Span(0, len(case.document.text)))) == 2
    assert len(hints(case.document, Span(0, case.document.text.index("model b")))) == 1
