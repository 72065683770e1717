from cases import cases

from mfc.ide.completion.complete import complete
from mfc.ide.completion.item import ItemKind

FILES = ("beginnings", "complete", "names", "operators", "strings", "things", "values")


def test_every_kind_is_offered_somewhere() -> None:
    found = set()
    for case in (parameters.values[0] for file in FILES for parameters in cases(f"completion/{file}")):
        offers = complete(case.document, case.offset)  # type: ignore[attr-defined]
        found |= {item.kind for item in offers.items} if offers else set()
    assert found == set(ItemKind)
