import pytest

from mfc.ide.document import Document
from mfc.ide.place.cursor import cursor
from mfc.ide.place.owners import DRAW, ROUTE
from mfc.ide.place.slot import block_entry, callee, innermost_call, is_keyword, naming, slot
from mfc.source import Source

HEAD = "tournament T\n"


def document(text: str) -> Document:
    return Document(Source("t.mf", HEAD + text))


@pytest.mark.parametrize(
    ("text", "construct"),
    [
        ("folds ", "folds"),
        ("folds kfold ", None),
        ("model r: ", "model"),
        ("model r ", None),
        ("model r: Ridge { step p: ", "step"),
        ("model r: Ridge { alpha ~ ", DRAW),
        ("model r: Ridge { folds = ", None),
        ("preprocess { numeric -> ", ROUTE),
        ("test ", "test"),
        ("let a = ", None),
    ],
)
def test_the_construct_whose_name_comes_next(text: str, construct: str | None) -> None:
    one = document(text)
    place = cursor(one, len(one.text))
    assert place
    assert naming(place.entry) == construct


@pytest.mark.parametrize(
    ("text", "path", "argument"),
    [
        ("folds kfold(", "kfold", "n_splits"),
        ("folds kfold(3, seed = ", "kfold", "seed"),
        ("model r: Ridge { alpha = ", "sklearn.linear_model.Ridge", "alpha"),
        ("model r: Ridge { space { alpha in [", "sklearn.linear_model.Ridge", "alpha"),
        ("model r: Ridge { alpha ~ uniform(", "uniform", "low"),
        ("preprocess { numeric -> PCA(", "sklearn.decomposition.PCA", "n_components"),
        ("run { threads = ", "run", "threads"),
        ("data mock.regression { noise = ", "mock.regression", "noise"),
        ('data csv("a.csv") { target = ', "data.csv", "target"),
    ],
)
def test_the_argument_that_is_being_written(text: str, path: str, argument: str) -> None:
    one = document(text)
    place = cursor(one, len(one.text))
    assert place
    found = slot(one, place)
    assert found
    assert (found.owner.path, found.argument and found.argument.name) == (path, argument)


def test_names_of_arguments_that_are_still_missing() -> None:
    one = document("run { threads = 2, ")
    place = cursor(one, len(one.text))
    assert place
    found = slot(one, place)
    assert found
    assert "threads" not in {argument.name for argument in found.names}
    assert "workers" in {argument.name for argument in found.names}


@pytest.mark.parametrize(("text", "is_one"), [("seed ", True), ("model r: Ridge { seed = ", False)])
def test_a_name_that_looks_like_a_keyword_is_none(text: str, is_one: bool) -> None:
    one = document(text)
    place = cursor(one, len(one.text))
    assert place
    assert is_keyword(place.entry[0]) is is_one


def test_mocks_are_not_called() -> None:
    one = document("data mock.regression(")
    place = cursor(one, len(one.text))
    assert place
    call = innermost_call(place.entry)
    assert call
    assert callee(one, call) is None


def test_outside_of_all_blocks_nothing_is_taken() -> None:
    assert block_entry(document(""), ()) is None
