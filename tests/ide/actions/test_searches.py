import pytest
from cases import Case, cases
from offers import expect_actions

from mfc.ide.actions.searches import searches


@pytest.mark.parametrize("case", cases("actions/searches"))
def test_searches(case: Case) -> None:
    expect_actions(case, searches)
