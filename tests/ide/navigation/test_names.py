import pytest

from mfc.ide.document import Document
from mfc.ide.navigation.names import Name, name_at, names, places, shifted_name
from mfc.source import Source, Span

SPEC = """\
tournament Demo
param rows = 100
let width = 3
let depth = width
data mock.regression { n_samples = rows }
model net: keras.MLP { hidden_layer_sizes = (width, depth) }
model tree: DecisionTreeRegressor { step pca: PCA { n_components = width }, max_depth = depth }
"""
DOCUMENT = Document(Source("spec.mf", SPEC))


def found(text: str) -> list[tuple[str, bool]]:
    return [(name.text, name.is_declaration) for name in names(Document(Source("spec.mf", text)))]


def test_names_come_in_the_order_of_the_text() -> None:
    spans = [name.span for name in names(DOCUMENT)]
    assert spans == sorted(spans)
    assert [SPEC[span.start : span.end] for span in spans] == [name.text for name in names(DOCUMENT)]
    declared = [name.text for name in names(DOCUMENT) if name.is_declaration]
    assert declared == ["Demo", "rows", "width", "depth", "net", "tree", "pca"]


def test_a_name_is_found_from_its_first_to_behind_its_last_character() -> None:
    start = SPEC.index("width")
    around = [name_at(DOCUMENT, offset) for offset in range(start - 1, start + 7)]
    inside = around[1:-1]
    assert around[0] is None
    assert around[-1] is None
    assert {name.span for name in inside if name} == {Span(start, start + 5)}
    assert None not in inside


@pytest.mark.parametrize(("name", "uses"), [("width", 3), ("depth", 2), ("rows", 1), ("net", 0), ("pca", 0)])
def test_all_places_of_a_name_are_found_from_each(name: str, uses: int) -> None:
    all_places = places(DOCUMENT, next(one for one in names(DOCUMENT) if one.text == name))
    assert [one.is_declaration for one in all_places] == [True, *[False] * uses]
    for one in all_places:
        assert places(DOCUMENT, one) == all_places


@pytest.mark.parametrize(
    "text",
    [
        'let price = 3\ndata csv("a.csv") { target = price }\n',
        'let price = 3\ndata csv("a.csv") { drop = [price] }\n',
        "let numeric = 3\npreprocess { numeric -> StandardScaler() }\n",
        "let lat = 3\npreprocess { [lat] -> StandardScaler() }\n",
        "let r2 = 3\nscore r2\n",
        "let Ridge = 3\nmodel a: Ridge\n",
        "let uniform = 3\nmodel a: Lasso { alpha ~ uniform(0, 1) }\n",
        "let alpha = 3\nselect one_standard_error(simplest = [alpha])\n",
        "let alpha = 3\nmodel a: Lasso { alpha = 1 }\n",
    ],
)
def test_words_that_stand_for_something_else_are_no_names(text: str) -> None:
    assert [name for name, is_declaration in found(text) if not is_declaration] == []


def test_of_what_is_declared_twice_all_belong_to_the_first() -> None:
    document = Document(Source("spec.mf", "let a = 1\nlet a = 2\nlet b = a\n"))
    first, second, _, use = names(document)
    assert (first.text, second.text, use.text) == ("a", "a", "a")
    assert first.declaration is second.declaration is use.declaration


def test_a_name_is_moved_with_its_text() -> None:
    name = names(DOCUMENT)[0]
    assert shifted_name(name, 5) == Name(Span(name.span.start + 5, name.span.end + 5), *name[1:])
