from itertools import pairwise

import pytest
from cases import Case, cases

from mfc.ide.layout.selection import selections


@pytest.mark.parametrize("case", cases("selection"))
def test_selection(case: Case) -> None:
    found = selections(case.document, case.offset)
    for outer, inner in pairwise(found):
        assert outer.start <= inner.start <= inner.end <= outer.end
    case.expect("\n".join(repr(case.document.text[start:end]) for start, end in reversed(found)))
