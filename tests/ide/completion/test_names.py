import pytest
from cases import Case, cases
from offers import expect_items, place

from mfc.ide.completion.item import ItemKind
from mfc.ide.completion.names import constants, models
from mfc.ide.document import Document
from mfc.source import Source


@pytest.mark.parametrize("case", cases("completion/names"))
def test_constants(case: Case) -> None:
    expect_items(case, constants(case.document, place(case)), place(case).word)


def test_models_come_with_their_estimators() -> None:
    document = Document(Source("spec.mf", "let x = 1\nmodel a: Ridge\nmodel b: lightgbm.LGBMRegressor { x = 1 }\n"))
    assert [(item.label, item.detail) for item in models(document)] == [("a", "Ridge"), ("b", "lightgbm.LGBMRegressor")]
    assert {item.kind for item in models(document)} == {ItemKind.MODEL}
