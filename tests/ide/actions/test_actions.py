import pytest
from cases import Case, cases
from offers import expect_actions

from mfc.ide.actions.actions import actions


@pytest.mark.parametrize("case", cases("actions/actions"))
def test_actions(case: Case) -> None:
    expect_actions(case, lambda here: actions(here.document, here.span, case.document.diagnostics))
