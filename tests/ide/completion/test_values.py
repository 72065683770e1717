import pytest
from cases import Case, cases
from offers import expect_items, place

from mfc.ide.completion.values import column_items, types_here, values
from mfc.ide.document import Document, Surroundings
from mfc.ide.place.slot import slot
from mfc.source import Source


@pytest.mark.parametrize("case", cases("completion/values"))
def test_values(case: Case) -> None:
    there = slot(case.document, place(case))
    assert there
    expect_items(case, values(case.document, place(case), there), place(case).word)


LONG = "a column with a name that is longer than what is shown of a value"


@pytest.mark.parametrize(
    ("column", "insert"),
    [
        ("price", "price"),
        ("living area", '"living area"'),
        ("größe", '"größe"'),
        ('5" disks', '"5\\" disks"'),
        (LONG, f'"{LONG}"'),
    ],
)
def test_a_column_is_written_as_a_word_or_as_a_string(column: str, insert: str) -> None:
    header = '"{}"'.format(column.replace('"', '""'))
    document = Document(Source("spec.mf", 'data csv("a.csv")'), Surroundings(first_line=lambda _: header))
    (item,) = column_items(document)
    assert (item.label, item.match, item.insert) == (column, column, insert)


@pytest.mark.parametrize(
    ("binding", "kinds"),
    [
        ("hidden_layer_sizes = │", {"Sequence"}),
        ("hidden_layer_sizes = [│]", {"Number"}),
        ("hidden_layer_sizes in │", {"Sequence", "Number"}),
        ("hidden_layer_sizes in [│]", {"Sequence", "Number"}),
        ("l1 = │", {"Number"}),
    ],
)
def test_the_types_of_what_stands_within_a_list(binding: str, kinds: set[str]) -> None:
    text = f"tournament Demo\ndata mock.regression\nmodel a: keras.MLP {{ {binding} }}\n"
    case = Case("", "", {"spec.mf": text.replace("│", "")}, [text.index("│")], "")
    there = slot(case.document, place(case))
    assert there
    assert {type(kind).__name__ for kind in types_here(there)} == kinds
