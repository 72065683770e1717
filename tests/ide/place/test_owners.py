import pytest

from mfc.catalog.blocks import BLOCKS
from mfc.catalog.catalog import load
from mfc.ide.place.owners import CONSTRUCTS, DRAW, ROUTE, VALUE, Holder, called, named, names_things, passes_on, taken
from mfc.syntax.keywords import KEYWORDS

CATALOG = load()


def test_the_constructs_are_keywords_or_signs() -> None:
    assert CONSTRUCTS.keys() - KEYWORDS == {VALUE, DRAW, ROUTE}


@pytest.mark.parametrize(
    ("construct", "name", "path"),
    [
        (VALUE, "Ridge", "sklearn.linear_model.Ridge"),
        (VALUE, "nothing", None),
        (DRAW, "uniform", "uniform"),
        (ROUTE, "StandardScaler", "sklearn.preprocessing.StandardScaler"),
        (ROUTE, "Ridge", "sklearn.linear_model.Ridge"),
        ("folds", "kfold", "kfold"),
        ("test", "grouped", "grouped"),
        ("data", "mock.regression", "mock.regression"),
        ("data", "csv", "csv"),
        ("search", "random", "search.random"),
        ("select", "best", "select.best"),
        ("ensemble", "average", "ensemble.average"),
        ("model", "Ridge", "sklearn.linear_model.Ridge"),
        ("step", "PCA", "sklearn.decomposition.PCA"),
        ("seed", "Ridge", "sklearn.linear_model.Ridge"),
    ],
)
def test_what_is_named(construct: str, name: str, path: str | None) -> None:
    entry = named(CATALOG, Holder(construct, name))
    assert (entry and entry.path) == path


def test_of_two_kinds_the_construct_decides() -> None:
    both = "VotingRegressor"
    kinds = [entry.kind for word in ("model", "step") if (entry := named(CATALOG, Holder(word, both)))]
    assert kinds == ["estimator", "transformer"]


def test_mocks_are_not_called() -> None:
    assert called(CATALOG, Holder("data", "mock.regression")) is None
    csv = called(CATALOG, Holder("data", "csv"))
    assert csv
    assert csv.kind == "source"


@pytest.mark.parametrize(
    ("around", "path"),
    [
        ([Holder("data", "csv")], "data.csv"),
        ([Holder("data", "mock.regression")], "mock.regression"),
        ([Holder("ensemble", "stack")], "ensemble.stack"),
        ([Holder("model", "Ridge")], "sklearn.linear_model.Ridge"),
        ([Holder("model", "Ridge"), Holder("space")], "sklearn.linear_model.Ridge"),
        ([Holder("model", "Ridge"), Holder("step", "PCA")], "sklearn.decomposition.PCA"),
        ([Holder("model", "Ridge"), Holder("early_stopping")], "early_stopping"),
        ([Holder("model", "Ridge"), Holder("resources")], "resources"),
        ([Holder("model", "Ridge"), Holder("fit")], None),
        ([Holder("space")], None),
        ([Holder("preprocess")], None),
        ([], None),
    ],
)
def test_what_a_block_takes(around: list[Holder], path: str | None) -> None:
    entry = taken(CATALOG, around)
    assert (entry and entry.path) == path


def test_every_block_of_the_language_is_reached() -> None:
    reached = {path for path in BLOCKS if (entry := _by(path)) and entry.path == path}
    assert reached == set(BLOCKS)


def _by(path: str):
    construct, _, name = path.partition(".")
    return taken(CATALOG, [Holder(construct, name)]) or named(CATALOG, Holder(construct, name))


def test_where_names_can_be_nothing_but_the_catalogs() -> None:
    named_alone = {word for word in (*KEYWORDS, ROUTE, DRAW, VALUE) if names_things(word)}
    assert named_alone == {"data", "ensemble", "folds", "model", "search", "select", "step", ROUTE}


def test_a_space_takes_what_its_model_does() -> None:
    assert [word for word in KEYWORDS if passes_on(word)] == ["space"]
