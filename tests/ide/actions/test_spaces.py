import pytest
from cases import Case, cases
from offers import expect_actions

from mfc.ide.actions.spaces import spaces


@pytest.mark.parametrize("case", cases("actions/spaces"))
def test_spaces(case: Case) -> None:
    expect_actions(case, spaces)
