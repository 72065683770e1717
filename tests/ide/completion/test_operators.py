import pytest
from cases import Case, cases
from offers import expect_items, place

from mfc.ide.completion.operators import KINDS, operators
from mfc.ide.reading.words import OPERATORS


@pytest.mark.parametrize("case", cases("completion/operators"))
def test_operators(case: Case) -> None:
    expect_items(case, operators(case.document, place(case)), place(case).word)


def test_every_operator_has_its_token() -> None:
    assert KINDS.keys() == OPERATORS.keys()
