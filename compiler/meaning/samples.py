"""What is known of a value before the flow runs: whether parameters decide it, and what it is by their defaults."""

from __future__ import annotations

from .arithmetic import compute
from .values import Formula, Invocation, ParameterValue, Reference


def is_dynamic(value: object) -> bool:
    """Return whether a value, or any part of it, is known only when the flow runs."""
    if isinstance(value, ParameterValue | Formula):
        return True
    return isinstance(value, list | tuple) and any(is_dynamic(item) for item in value)


def has_objects(value: object) -> bool:
    """Return whether a value, or any part of it, is a Python object that the flow has to import."""
    if isinstance(value, Reference | Invocation):
        return True
    return isinstance(value, list | tuple) and any(has_objects(item) for item in value)


def sample(value: object) -> object:
    """Return a value with the parameters' defaults in their places."""
    match value:
        case ParameterValue(default=default):
            return default
        case Formula(operator=operator, operands=operands):
            numbers = [number for operand in operands if isinstance(number := sample(operand), int | float)]
            return -numbers[0] if len(numbers) == 1 else compute(operator, *numbers)
        case list():
            return [sample(item) for item in value]
        case tuple() if type(value) is tuple:
            return tuple(sample(item) for item in value)
    return value
