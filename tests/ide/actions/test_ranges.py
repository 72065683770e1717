import pytest
from cases import Case, cases
from offers import expect_actions

from mfc.ide.actions.ranges import ranges


@pytest.mark.parametrize("case", cases("actions/ranges"))
def test_ranges(case: Case) -> None:
    expect_actions(case, ranges)
