"""The arguments of a constructor or function: names, types, defaults and descriptions."""

from __future__ import annotations

from importlib import import_module
from inspect import Parameter, isclass, isfunction, signature
from typing import TYPE_CHECKING, Any

import numpy as np

from ..entry import Argument
from ..types import admits
from .constraints import types
from .docs import deprecated, parameters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..entry import Type

VARIADIC = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)


def public_path(named: Any) -> str:
    """Return the shortest public path of a class or a function."""
    parts = named.__module__.split(".")
    modules = [".".join(parts[:i]) for i in range(1, len(parts) + 1)]
    public = [module for module in modules if "._" not in f".{module}"]
    home = next((m for m in public if getattr(import_module(m), named.__name__, None) is named), None)
    if home is None:
        message = f"{named} is in no public module"
        raise LookupError(message)
    return f"{home}.{named.__name__}"


def arguments(function: Any, constraints: Mapping[str, Any], documented: Any = None) -> dict[str, Argument]:
    """Return the arguments of a function, or of a class's constructor, in their order."""
    documented = documented or function
    descriptions, outdated = parameters(documented), deprecated(documented)
    return {
        name: argument(
            parameter, types(constraints.get(name, ["no_validation"])), descriptions.get(name, ""), name in outdated
        )
        for name, parameter in signature(function).parameters.items()
        if parameter.kind not in VARIADIC
    }


def argument(
    parameter: Parameter, admitted: tuple[Type, ...], description: str, is_deprecated: bool = False
) -> Argument:
    """Return one argument of a signature.

    A default that the library itself rejects means that there is none: None if the argument is required, a string such
    as "deprecated" or "warn" if the library decides.
    """
    name, default = parameter.name, parameter.default
    if default is Parameter.empty or (default is None and not admits(admitted, None)):
        return Argument(name, admitted, True, None, description, is_deprecated)
    shown = show(default) if admits(admitted, default) or not isinstance(default, str) else None
    return Argument(name, admitted, False, shown, description, is_deprecated)


def show(value: Any) -> str:
    """Return a default as Python shows it; classes and functions by their paths."""
    if isinstance(value, np.generic):
        return repr(value.item())
    if isclass(value) or isfunction(value) or callable(value):
        return public_path(value)
    return repr(value)
