from collections.abc import Callable, Sequence

import pytest
from cases import Case, cases
from offers import expect_items, place

from mfc.ide.completion.beginnings import beginnings
from mfc.ide.completion.complete import complete
from mfc.ide.completion.item import CompletionItem
from mfc.ide.completion.names import constants
from mfc.ide.completion.operators import operators
from mfc.ide.completion.strings import strings
from mfc.ide.completion.things import things
from mfc.ide.completion.values import values
from mfc.ide.document import Document
from mfc.ide.place.cursor import Cursor
from mfc.ide.place.slot import slot

Offer = Callable[[Document, Cursor], Sequence[CompletionItem] | None]


def values_in_slot(document: Document, there: Cursor) -> Sequence[CompletionItem]:
    found = slot(document, there)
    return values(document, there, found) if found else []


OFFERS: dict[str, Offer] = {
    "beginnings": beginnings,
    "names": constants,
    "operators": operators,
    "strings": strings,
    "things": things,
    "values": values_in_slot,
}


@pytest.mark.parametrize("case", cases("completion/complete"))
def test_completion(case: Case) -> None:
    offers = complete(case.document, case.offset)
    if offers is None:
        case.expect("nothing")
    else:
        expect_items(case, offers.items, offers.span)


@pytest.mark.parametrize("file", OFFERS)
def test_each_place_gets_the_offers_that_belong_there(file: str) -> None:
    for case in (parameters.values[0] for parameters in cases(f"completion/{file}")):
        assert isinstance(case, Case)
        offers = complete(case.document, case.offset)
        assert offers
        assert offers.items == tuple(OFFERS[file](case.document, place(case)) or ()), case.title
