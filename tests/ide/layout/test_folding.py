import pytest
from cases import Case, cases

from mfc.ide.layout.folding import folds


@pytest.mark.parametrize("case", cases("folding"))
def test_folding(case: Case) -> None:
    case.expect("\n".join(f"{one.first}-{one.last}{' comment' * one.comment}" for one in folds(case.document)))
