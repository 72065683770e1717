"""scikit-learn's parameter constraints as the catalog's types.

Every estimator validates its arguments with these constraints, so the catalog rejects exactly what the estimator
rejects.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from inspect import isclass
from math import isfinite
from numbers import Integral, Real
from typing import Any

import numpy as np
from sklearn.utils import _param_validation as validation  # type: ignore[import-untyped]

from ..entry import Anything, Boolean, Number, Object, Options, Sequence, Text, Type
from ..shorthand import INTEGER, NONE, REAL, SEED

LIST = Sequence((Anything("anything"),))
DICTIONARY = Object("a dictionary")

NAMED: dict[Any, tuple[Type, ...]] = {
    None: (NONE,),
    "boolean": (Boolean(),),
    "verbose": (Number("integer", 0), Boolean()),
    "random_state": (SEED, NONE),
    "cv_object": (Number("integer", 2), Object("a splitter"), NONE),
    "array-like": (LIST,),
    "sparse matrix": (Object("a sparse matrix"),),
    "no_validation": (Anything("anything"),),
    "nan": (),  # No literal of the language has this value.
    callable: (Object("a callable"),),
    Integral: (INTEGER,),
    Real: (REAL,),
    float: (Number("float"),),
    bool: (Boolean(),),
    str: (Text(),),
    list: (LIST._replace(form="list"),),
    tuple: (LIST._replace(form="tuple"),),
    dict: (DICTIONARY,),
    np.ndarray: (Object("an array"),),
}


def types(constraints: Iterable[Any] | str) -> tuple[Type, ...]:
    """Return the types that a list of constraints admits; all constants are in one type at the end."""
    listed = [constraints] if isinstance(constraints, str) else list(constraints)
    translated = [kind for constraint in listed for kind in _translated(constraint)]
    constants = [value for kind in translated if isinstance(kind, Options) for value in kind.values]
    others = _distinct(kind for kind in translated if not isinstance(kind, Options))
    return (*others, Options(_distinct(sorted(constants, key=_nothing_last)))) if constants else others


def _distinct(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return each value once: `Text()` and `Boolean()` are two, and so are 1 and `True`, equal as Python has them."""
    return tuple({(type(value), value): value for value in values}.values())


def _nothing_last(value: object) -> tuple[bool, bool, str]:
    return value is None, not isinstance(value, str), str(value)


def _translated(constraint: Any) -> tuple[Type, ...]:
    match constraint:
        case validation.Hidden():
            return ()
        case validation.MissingValues():
            return REAL, Text(), NONE
        case validation.Interval():
            return (_number(constraint),)
        case validation.Options():
            return _options(constraint)
        case validation.HasMethods():
            return (Object(_object_with(constraint.methods)),)
    if constraint in NAMED:
        return NAMED[constraint]
    if isclass(constraint):
        return (DICTIONARY if issubclass(constraint, Mapping) else Object(f"a {constraint.__name__}"),)
    message = f"a constraint of an unknown kind: {constraint!r}"
    raise TypeError(message)


def _number(interval: validation.Interval) -> Number:
    kind = {Integral: "integer", Real: "real", validation.RealNotInt: "float"}[interval.type]
    return Number(
        kind,  # type: ignore[arg-type]
        plain_bound(interval.left),
        plain_bound(interval.right),
        interval.closed in ("left", "both") or plain_bound(interval.left) is None,
        interval.closed in ("right", "both") or plain_bound(interval.right) is None,
    )


def plain_bound(value: float | None) -> float | None:
    """Return a bound as a plain number, whole ones as integers; infinity is none."""
    if value is None or not isfinite(value):
        return None
    return int(value) if int(value) == value else float(value)


def _options(constraint: validation.Options) -> tuple[Type, ...]:
    """Return the constants that a specification may give."""
    if constraint.type is type:
        return (Object("a data type"),)
    return (Options(tuple(value for value in constraint.options if _can_be_given(value))),)


def _can_be_given(option: object) -> bool:
    if isinstance(option, float):
        return isfinite(option)
    return option != "deprecated"  # the sentinel with which scikit-learn recognizes a missing value


def _object_with(methods: list[str]) -> str:
    if "split" in methods:
        return "a splitter"
    if "transform" in methods:
        return "a transformer"
    if "fit" in methods:
        return "an estimator"
    return f"an object with {' and '.join(f'`{method}`' for method in methods)}"
