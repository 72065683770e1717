from inspect import signature

import pytest
from sklearn import model_selection
from sklearn.model_selection._split import GroupsConsumerMixin

from mfc.catalog.catalog import load
from mfc.catalog.splitters import DEFAULT, HOLDOUTS, OVERLAPPING, SPLITTERS, STRATIFIED

OF_ROWS = [name for name, splitter in SPLITTERS.items() if splitter.by != "choice"]


@pytest.mark.parametrize("name", OF_ROWS)
def test_they_are_as_scikit_learns_classes_say(name: str) -> None:
    splitter = SPLITTERS[name]
    cls = getattr(model_selection, splitter.cls)
    taken = signature(cls).parameters
    assert splitter.draws == ("shuffle" if "shuffle" in taken else "always" if "random_state" in taken else None)
    assert splitter.counts == tuple(count for count in ("n_splits", "n_repeats") if count in taken)
    assert (splitter.by == "group") == issubclass(cls, GroupsConsumerMixin)
    assert (splitter.by == "time") == (cls is model_selection.TimeSeriesSplit)


@pytest.mark.filterwarnings("ignore:The groups parameter is ignored")
@pytest.mark.parametrize("name", OF_ROWS)
def test_those_that_draw_always_may_score_a_row_twice(name: str) -> None:
    splitter = SPLITTERS[name]
    drawn = {"random_state": 0} if splitter.draws == "always" else {}
    counts = {"n_splits": 20 if drawn else 2} if splitter.counts else {}
    folds = getattr(model_selection, splitter.cls)(**counts, **drawn)
    rows, classes = range(60), [0, 1, 2] * 20
    scored = [row for _, part in folds.split(rows, classes, classes) for row in part]
    assert (len(set(scored)) < len(scored)) == (splitter.cls in OVERLAPPING)


def test_predefined_folds_take_no_counts() -> None:
    assert (SPLITTERS["predefined"].cls, SPLITTERS["predefined"].counts) == ("PredefinedSplit", ())


def test_twins_do_the_same() -> None:
    for name, splitter in SPLITTERS.items():
        assert splitter.stratified is None or SPLITTERS[splitter.stratified].counts == splitter.counts
        assert splitter.grouped is None or SPLITTERS[splitter.grouped].by == "group"
        assert name in STRATIFIED or "stratified" not in name
    assert all("stratified" in name for name in STRATIFIED)


def test_the_catalog_has_all() -> None:
    catalog = load()
    assert set(catalog.names("splitter")) == set(SPLITTERS)
    assert {*catalog.names("test"), "none"} == set(HOLDOUTS)
    assert DEFAULT in SPLITTERS
