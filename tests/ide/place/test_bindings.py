import pytest

from mfc.ide.document import Document
from mfc.ide.place.bindings import bound, names_a_thing, thing
from mfc.ide.place.nodes import trail
from mfc.source import Source
from mfc.syntax import tree

SPEC = """tournament T
data csv("a.csv") { target = y }
folds predefined(part)
model r: Ridge {
  space { alpha in [1, 2] }
  step pca: PCA { n_components in [2, 3] }
  tol ~ uniform(1e-3, high = 1)
}
model own: my.Model { width = 3 }
run { threads = 2 }
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return Document(Source("t.mf", SPEC))


@pytest.mark.parametrize(
    ("written", "owner", "argument"),
    [
        ("y }", "data.csv", "target"),
        ('"a.csv"', "csv", "path"),
        ("part", "predefined", "column"),
        ("[1", "sklearn.linear_model.Ridge", "alpha"),
        ("[2", "sklearn.decomposition.PCA", "n_components"),
        ("1e-3", "uniform", "low"),
        ("1)", "uniform", "high"),
        ("3 }\nrun", "my.Model", "width"),
        ("2 }\n", "run", "threads"),
    ],
)
def test_whose_argument_it_is(document: Document, written: str, owner: str, argument: str) -> None:
    found = bound(document, trail(document.program, SPEC.rindex(written)))
    assert found
    assert (found.owner.path, found.argument and found.argument.name) == (owner, argument)


def test_no_argument(document: Document) -> None:
    assert bound(document, trail(document.program, SPEC.index("T\n"))) is None


def test_things_are_looked_up_by_what_they_stand_in(document: Document) -> None:
    folds = document.outline.one(tree.FoldsDeclaration)
    kfold = thing(document, "kfold", folds)
    assert kfold
    assert kfold.kind == "splitter"
    assert thing(document, "kfold", None) is None
    assert names_a_thing(folds)
    assert not names_a_thing(document.program)
