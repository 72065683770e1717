import pytest
from cases import Case, cases

from mfc.ide.reading.signature import signature


@pytest.mark.parametrize("case", cases("signature"))
def test_signature(case: Case) -> None:
    found = signature(case.document, case.offset)
    if found is None:
        case.expect("nothing")
        return
    label = found.label
    if found.active is not None:
        start, end, _ = found.parameters[found.active]
        label = f"{label[:start]}«{label[start:end]}»{label[end:]}"
    case.expect(label)


def test_arguments_are_described() -> None:
    (case,) = (one.values[0] for one in cases("signature") if one.id == "the first argument")
    found = signature(case.document, case.offset)
    assert found
    assert "equally likely" in found.text
    assert [one.text.partition("\n")[0] for one in found.parameters] == [
        "**low** of `loguniform`",
        "**high** of `loguniform`",
    ]
