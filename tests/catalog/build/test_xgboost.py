from inspect import signature

from xgboost.sklearn import XGBModel

from mfc.catalog.build.xgboost import SET_BY_THE_FLOW, TYPES, boosters
from mfc.catalog.types import admits

ENTRIES = {entry.name: entry for entry in boosters()}


def test_all_arguments_but_those_of_the_flow_are_there():
    named = [name for name in signature(XGBModel).parameters if name != "kwargs"]
    assert set(ENTRIES["XGBRegressor"].arguments) == set(named) - SET_BY_THE_FLOW
    assert set(TYPES) <= set(named)


def test_a_forest_is_grown_at_once():
    assert {name: entry.early_stopping for name, entry in ENTRIES.items()} == {
        "XGBRegressor": True,
        "XGBClassifier": True,
        "XGBRFRegressor": False,
        "XGBRFClassifier": False,
    }


def test_what_is_none_is_left_to_the_library():
    arguments = ENTRIES["XGBClassifier"].arguments
    assert arguments["objective"].default == "'binary:logistic'"
    assert arguments["max_depth"].default is None
    assert all(admits(argument.types, None) for argument in arguments.values())


def test_ranges():
    arguments = ENTRIES["XGBRegressor"].arguments
    assert not admits(arguments["subsample"].types, 0)
    assert admits(arguments["booster"].types, "dart")
    assert not admits(arguments["booster"].types, "dartt")
