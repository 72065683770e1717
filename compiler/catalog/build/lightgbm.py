"""LightGBM's estimators for scikit-learn, with the parameters that they pass to the library as `**kwargs`."""

from __future__ import annotations

from inspect import signature
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from lightgbm import LGBMClassifier, LGBMRegressor
from lightgbm.basic import _ConfigAliases

from ..entry import Argument, Entry
from .lightgbm_parameters import (
    CLASSIFICATION,
    NOT_FOR_ESTIMATORS,
    OBJECTIVE,
    PARAMETERS,
    REGRESSION,
    SET_BY_THE_FLOW,
    UNDESCRIBED,
    objective,
)
from .signatures import VARIADIC, argument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..entry import TaskName
    from .lightgbm_parameters import Described


def boosters() -> list[Entry]:
    """Return LightGBM's regressor and classifier."""
    return [
        _booster(LGBMRegressor, "regression", "Gradient-boosted decision trees for regression", REGRESSION),
        _booster(
            LGBMClassifier, "classification", "Gradient-boosted decision trees for classification", CLASSIFICATION
        ),
    ]


def _booster(cls: Any, task: TaskName, description: str, objectives: tuple[str, ...]) -> Entry:
    aliases: Mapping[str, list[str]] = _ConfigAliases._get_all_param_aliases()
    canonical = {alias: name for name, known in aliases.items() for alias in (name, *known)}
    described = {**PARAMETERS, OBJECTIVE: objective(objectives)}
    named = {
        name: argument(parameter, *described[canonical.get(name, name)])
        for name, parameter in signature(cls).parameters.items()
        if parameter.kind not in VARIADIC
    }
    unnamed = {
        alias: _unnamed(alias, name, described.get(name, UNDESCRIBED))
        for alias, name in sorted(canonical.items())
        if alias not in named and name not in NOT_FOR_ESTIMATORS | SET_BY_THE_FLOW and not iskeyword(alias)
    }
    return Entry(
        f"lightgbm.{cls.__name__}",
        "estimator",
        (task,),
        description,
        named | unnamed,
        early_stopping=True,
        weights=True,
    )


def _unnamed(alias: str, canonical: str, described: Described) -> Argument:
    types, description = described
    return Argument(alias, types, False, None, description if alias == canonical else f"Alias of {canonical}")
