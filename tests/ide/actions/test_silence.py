import pytest
from cases import Case, cases
from offers import expect_actions

from mfc.ide.actions.silence import silence


@pytest.mark.parametrize("case", cases("actions/silence"))
def test_silence(case: Case) -> None:
    expect_actions(case, silence)
