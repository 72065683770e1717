"""Arithmetic with limits: results that are too large are rejected before they are computed."""

from __future__ import annotations

from math import isfinite
from typing import TypeAlias

MOST_BITS = 1023
"""Larger integers are refused: every smaller one is a float too."""

TOO_LARGE = "its result is too large"

Number: TypeAlias = int | float


class NotComputableError(ArithmeticError):
    """There is no usable result; the message says why."""


def compute(operator: str, left: Number, right: Number) -> Number:
    """Return the result of a binary operation on numbers."""
    if operator == "**" and _overflows(left, right):
        raise NotComputableError(TOO_LARGE)
    try:
        return checked(_apply(operator, left, right))
    except ZeroDivisionError:
        message = "it divides by zero"
        raise NotComputableError(message) from None
    except OverflowError:
        raise NotComputableError(TOO_LARGE) from None


def checked(value: object) -> Number:
    """Return a number that is finite, real and not too large."""
    if isinstance(value, int):
        usable = value.bit_length() <= MOST_BITS
    elif isinstance(value, float):
        usable = isfinite(value)
    else:
        message = "its result is not a real number"
        raise NotComputableError(message)
    if not usable:
        raise NotComputableError(TOO_LARGE)
    return value


def _overflows(base: Number, exponent: Number) -> bool:
    """Return whether a power of integers is too large, without computing it."""
    if isinstance(base, float) or isinstance(exponent, float) or exponent <= 0:
        return False
    return (abs(base).bit_length() - 1) * exponent > MOST_BITS


def _apply(operator: str, left: Number, right: Number) -> object:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right
        case "//":
            return left // right
        case _:
            return left**right
