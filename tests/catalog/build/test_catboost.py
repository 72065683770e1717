from inspect import signature

import pytest
from catboost import CatBoostClassifier

from mfc.catalog.build.catboost import NOT_FOR_MODELS, SYNONYMS, TYPES, boosters
from mfc.catalog.types import admits

ENTRIES = {entry.name: entry for entry in boosters()}
ARGUMENTS = ENTRIES["CatBoostClassifier"].arguments


def test_all_arguments_but_those_of_the_flow_are_there():
    named = set(signature(CatBoostClassifier).parameters)
    assert set(ARGUMENTS) == named - NOT_FOR_MODELS
    assert NOT_FOR_MODELS | set(SYNONYMS) | set(TYPES) <= named


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("depth", 16, 17),
        ("learning_rate", 1, 0),
        ("l2_leaf_reg", 0, -1),
        ("nan_mode", "Min", "min"),
        ("has_time", True, 1),
        ("grow_policy", "Lossguide", "lossguide"),
        ("iterations", 10, 2.5),
    ],
)
def test_what_the_documentation_says(name, good, bad):
    assert admits(ARGUMENTS[name].types, good)
    assert admits(ARGUMENTS[name].types, None)
    assert not admits(ARGUMENTS[name].types, bad)


def test_synonyms_are_what_they_stand_for():
    assert ARGUMENTS["eta"].types == ARGUMENTS["learning_rate"].types
    assert ARGUMENTS["eta"].description == "Alias of learning_rate"


def test_descriptions_are_sentences():
    assert ARGUMENTS["l2_leaf_reg"].description == "Coefficient at the L2 regularization term of the cost function"
    assert not any(one.description.endswith(("range", ":")) for one in ARGUMENTS.values())
