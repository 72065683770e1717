import pytest
from cases import Case, cases
from offers import expect_items, place

from mfc.ide.completion.strings import strings
from mfc.ide.document import Document, Surroundings
from mfc.ide.place.cursor import cursor
from mfc.source import Source

ODD = 'a "b" \\ c, a name that is longer than what is shown of a value'
QUOTED = 'a \\"b\\" \\\\ c, a name that is longer than what is shown of a value'


@pytest.mark.parametrize("case", cases("completion/strings"))
def test_strings(case: Case) -> None:
    expect_items(case, strings(case.document, place(case)), place(case).word)


@pytest.mark.parametrize(
    ("text", "kind"),
    [('data csv("odd.csv") { drop = ["a │"] }', "column"), ('data csv("│', "file")],
)
def test_what_is_written_within_quotes_stays_there(text: str, kind: str) -> None:
    header = '"{}",price'.format(ODD.replace('"', '""'))
    surroundings = Surroundings(first_line={"odd.csv": header}.get, names_in=lambda _: [f"{ODD}.csv"])
    document = Document(Source("spec.mf", text.replace("│", "")), surroundings)
    found = cursor(document, text.index("│"))
    assert found
    first = strings(document, found)[0]
    assert first.kind.value == kind
    assert (first.label.removesuffix(".csv"), (first.insert or "").removesuffix(".csv")) == (ODD, QUOTED)
    assert first.match == first.insert
