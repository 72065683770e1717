import pytest
from cases import Case, cases
from offers import expect_actions

from mfc.ide.actions.fixes import fixes


@pytest.mark.parametrize("case", cases("actions/fixes"))
def test_fixes(case: Case) -> None:
    expect_actions(case, fixes)
