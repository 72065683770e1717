from inspect import signature

import pytest
from sklearn import model_selection

from mfc.catalog.build.splitters import holdouts, splitters
from mfc.catalog.splitters import SPLITTERS
from mfc.catalog.types import Verdict, admits, verdict

ENTRIES = {entry.path: entry for entry in splitters()}


@pytest.mark.parametrize("name", [name for name in SPLITTERS if name != "predefined"])
def test_arguments_are_scikit_learns_with_a_seed(name):
    taken = signature(getattr(model_selection, SPLITTERS[name].cls)).parameters
    expected = ["seed" if argument == "random_state" else argument for argument in taken]
    assert list(ENTRIES[name].arguments) == expected
    assert not any(argument.required for argument in ENTRIES[name].arguments.values())


def test_defaults():
    assert [argument.default for argument in ENTRIES["kfold"].arguments.values()] == ["5", "False", None]
    assert ENTRIES["shuffle_split"].arguments["n_splits"].default == "10"


def test_one_fold_is_none():
    assert verdict(ENTRIES["kfold"].arguments["n_splits"].types, 1) is Verdict.OUT_OF_RANGE
    assert admits(ENTRIES["shuffle_split"].arguments["n_splits"].types, 1)


def test_sizes_are_fractions_or_counts():
    types = ENTRIES["shuffle_split"].arguments["test_size"].types
    assert admits(types, 0.2)
    assert admits(types, 100)
    assert verdict(types, 1.0) is Verdict.OUT_OF_RANGE
    assert verdict(ENTRIES["time_series_split"].arguments["test_size"].types, 0.2) is Verdict.WRONG_TYPE


def test_strata_are_for_classification():
    for name, entry in {**ENTRIES, **{entry.path: entry for entry in holdouts()}}.items():
        assert (entry.tasks == ("classification",)) == ("stratified" in name)
        assert "classification" in entry.tasks


def test_predefined_folds_need_their_column():
    assert [argument.required for argument in ENTRIES["predefined"].arguments.values()] == [True]


def test_ways_to_hold_out_a_test():
    assert {entry.path: list(entry.arguments) for entry in holdouts()} == {
        "random": ["size", "seed"],
        "stratified": ["size", "seed"],
        "grouped": ["size", "seed"],
        "last": ["size"],
    }
