import pytest
from cases import Case, cases

from mfc.ide.reading.lenses import lenses


@pytest.mark.parametrize("case", cases("lenses"))
def test_lenses(case: Case) -> None:
    case.expect(
        "\n".join(f"{one.title} → {one.command}" if one.command else one.title for one in lenses(case.document))
    )
