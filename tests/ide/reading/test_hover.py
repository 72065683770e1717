import pytest
from cases import Case, cases

from mfc.ide.reading.hover import hover


@pytest.mark.parametrize("case", cases("hover"))
def test_hover(case: Case) -> None:
    found = hover(case.document, case.offset)
    case.expect(f"[{case.document.text[found.span.start : found.span.end]}]\n\n{found.text}" if found else "nothing")
