from inspect import signature

import pytest
from lightgbm import LGBMClassifier, LGBMRegressor
from lightgbm.basic import _ConfigAliases

from mfc.catalog.build.lightgbm_parameters import (
    CLASSIFICATION,
    NOT_FOR_ESTIMATORS,
    OBJECTIVE,
    PARAMETERS,
    REGRESSION,
    SET_BY_THE_FLOW,
    objective,
)
from mfc.catalog.types import admits

ALIASES = {alias: name for name, known in _ConfigAliases._get_all_param_aliases().items() for alias in (name, *known)}


def test_every_described_parameter_is_one_of_the_librarys():
    canonical = set(_ConfigAliases._get_all_param_aliases())
    of_the_estimators = {"class_weight", "importance_type"}
    assert set(PARAMETERS) - canonical == of_the_estimators
    assert canonical >= NOT_FOR_ESTIMATORS | SET_BY_THE_FLOW | {OBJECTIVE}
    assert not NOT_FOR_ESTIMATORS & set(PARAMETERS)


@pytest.mark.parametrize("cls", [LGBMRegressor, LGBMClassifier])
def test_the_defaults_of_the_estimators_are_admitted(cls: type) -> None:
    described = {**PARAMETERS, OBJECTIVE: objective(REGRESSION)}
    defaults = {
        ALIASES.get(name, name): parameter.default
        for name, parameter in signature(cls).parameters.items()
        if parameter.default is not parameter.empty
    }
    assert {name: value for name, value in defaults.items() if not admits(described[name][0], value)} == {}
    assert len(defaults) > 15


def test_an_objective_is_of_one_task_and_in_order() -> None:
    assert not {*REGRESSION} & {*CLASSIFICATION}
    for names in (REGRESSION, CLASSIFICATION):
        assert [*names] == sorted(set(names))
        types, _ = objective(names)
        assert all(admits(types, name) for name in (*names, None))


def test_a_description_is_a_title_without_a_full_stop() -> None:
    for types, description in PARAMETERS.values():
        assert types
        assert description[0].isupper()
        assert not description.endswith(".")
