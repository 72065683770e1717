import pytest
from cases import Case, cases

from mfc.ide.navigation.links import links


@pytest.mark.parametrize("case", cases("links"))
def test_links(case: Case) -> None:
    found = links(case.document)
    case.expect("\n".join(f"{case.document.text[one.span.start : one.span.end]} → {one.target}" for one in found))
