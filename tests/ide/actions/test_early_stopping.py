import pytest
from cases import Case, cases
from offers import expect_actions

from mfc.ide.actions.early_stopping import early_stopping


@pytest.mark.parametrize("case", cases("actions/early_stopping"))
def test_early_stopping(case: Case) -> None:
    expect_actions(case, early_stopping)
