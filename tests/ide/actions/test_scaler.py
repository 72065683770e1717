import pytest
from cases import Case, cases
from offers import expect_actions

from mfc.ide.actions.scaler import scaler


@pytest.mark.parametrize("case", cases("actions/scaler"))
def test_scaler(case: Case) -> None:
    expect_actions(case, scaler)
