from inspect import Parameter, signature

import pytest
import skrub
from sklearn.base import BaseEstimator

from mfc.catalog.build.skrub import TYPES, skrubbers
from mfc.catalog.catalog import load
from mfc.catalog.types import admits

ENTRIES = {entry.name: entry for entry in skrubbers()}


@pytest.mark.parametrize("name", ENTRIES)
def test_arguments_are_the_constructors_own(name: str) -> None:
    named = signature(getattr(skrub, name).__init__).parameters.values()
    taken = [one.name for one in named if one.name != "self" and one.kind is not Parameter.VAR_KEYWORD]
    assert list(ENTRIES[name].arguments) == [one for one in taken if one != "args"]
    assert load().entry("transformer", f"skrub.{name}") == ENTRIES[name]


def test_defaults_are_admitted() -> None:
    for entry in ENTRIES.values():
        for argument in entry.arguments.values():
            if argument.default is not None:
                value = eval(argument.default)
                assert admits(argument.types, value), (entry.name, argument)


def test_every_type_is_of_an_argument_that_there_is() -> None:
    assert {name for entry in ENTRIES.values() for name in entry.arguments} >= set(TYPES)


def test_nothing_that_downloads_a_model_is_known() -> None:
    assert not {"TextEncoder", "LLMEncoder"} & set(ENTRIES)


def test_what_takes_one_column_at_a_time_is_marked() -> None:
    assert {name for name, entry in ENTRIES.items() if entry.one_column} == {
        "CatEncoder",
        "DatetimeEncoder",
        "DropUninformative",
        "DurationToFloat",
        "GapEncoder",
        "MinHashEncoder",
        "StringEncoder",
        "ToCategorical",
        "ToDatetime",
        "ToFloat",
    }
    assert all(issubclass(getattr(skrub, name), BaseEstimator) for name in ENTRIES)
