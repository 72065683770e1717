from itertools import pairwise

import pytest
from cases import Case, cases

from mfc.ide.layout.highlighting import highlighting


@pytest.mark.parametrize("case", cases("highlighting"))
def test_highlighting(case: Case) -> None:
    found = highlighting(case.document)
    for one, following in pairwise(found):
        assert one.span.end <= following.span.start
    words = [(case.document.text[one.span.start : one.span.end], one) for one in found]
    case.expect("\n".join(f"{word}  {one.kind}{' declared' * one.declares}" for word, one in words))
