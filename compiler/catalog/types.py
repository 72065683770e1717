"""Check plain values against the types of the catalog, and describe the types in words."""

from __future__ import annotations

from enum import IntEnum
from math import isfinite
from typing import TYPE_CHECKING

from .entry import Anything, Boolean, Column, Label, Number, Object, Options, Sequence, Text, Variable, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .entry import Type

PLAIN = (int, float, str, bool, type(None), list, tuple, range)
NUMBERS = {"integer": (int,), "real": (int, float), "float": (float,)}
FORMS = {"list": (list,), "tuple": (tuple,), None: (list, tuple, range)}
MOST_OPTIONS = 12


class Verdict(IntEnum):
    """How well a value fits a type; lower is better."""

    ADMITTED = 0
    OUT_OF_RANGE = 1
    WRONG_TYPE = 2


def admits(types: Iterable[Type], value: object) -> bool:
    """Return whether a value is of one of the types, and in its range."""
    return verdict(types, value) is Verdict.ADMITTED


def verdict(types: Iterable[Type], value: object) -> Verdict:
    """Return how well a value fits the best of some types.

    A value that is known only when the flow runs (an object by its path, a formula) is accepted.
    """
    if type(value) not in PLAIN:
        return Verdict.ADMITTED
    best = Verdict.WRONG_TYPE
    for kind in types:
        judged = _judge(kind, value)
        if judged is Verdict.ADMITTED:
            return judged
        best = min(best, judged)
    return best


def _judge(kind: Type, value: object) -> Verdict:
    match kind:
        case Anything():
            return Verdict.ADMITTED
        case Number():
            return _judge_number(kind, value)
        case Options(options):
            return _judge_option(options, value)
        case Word(words):
            return _judge_option(words, value)
        case Sequence():
            return _judge_sequence(kind, value)
        case Boolean():
            return _admitted_if(isinstance(value, bool))
        case Text() | Column():
            return _admitted_if(isinstance(value, str))
        case Label():
            return _admitted_if(isinstance(value, str | int | float))
        case Object() | Variable():
            return Verdict.WRONG_TYPE


def _admitted_if(suits: bool) -> Verdict:
    return Verdict.ADMITTED if suits else Verdict.WRONG_TYPE


def _judge_number(kind: Number, value: object) -> Verdict:
    if isinstance(value, bool) or not isinstance(value, NUMBERS[kind.type]):
        return Verdict.WRONG_TYPE
    low, high = kind.low, kind.high
    above = low is None or value > low or (kind.low_included and value == low)
    below = high is None or value < high or (kind.high_included and value == high)
    finite = isinstance(value, int) or isfinite(value)
    return Verdict.ADMITTED if above and below and finite else Verdict.OUT_OF_RANGE


def _judge_option(options: tuple[object, ...], value: object) -> Verdict:
    if any(type(option) is type(value) and option == value for option in options):
        return Verdict.ADMITTED
    other_string = isinstance(value, str) and any(isinstance(option, str) for option in options)
    return Verdict.OUT_OF_RANGE if other_string else Verdict.WRONG_TYPE


def _judge_sequence(kind: Sequence, value: object) -> Verdict:
    if not isinstance(value, FORMS[kind.form]):
        return Verdict.WRONG_TYPE
    # A range may be long; its ends represent the rest.
    items = (*value[:1], *value[-1:]) if isinstance(value, range) else value
    return max((verdict(kind.items, item) for item in items), default=Verdict.ADMITTED)


def describe_types(types: Iterable[Type]) -> str:
    """Describe the types, in words that can follow "expected": "an integer of at least 1 or `none`"."""
    types = tuple(types)
    if len(types) == 1 and isinstance(types[0], Options | Word):
        choices = _alternatives(types[0])
        return _one_of(choices) if len(choices) > 2 else _either(choices)
    return _either([alternative for kind in types for alternative in _shortened(kind)])


def _shortened(kind: Type) -> list[str]:
    choices = _alternatives(kind)
    return choices if len(choices) <= MOST_OPTIONS else [_one_of(choices)]


def _alternatives(kind: Type) -> list[str]:
    match kind:
        case Number():
            return [_number(kind)]
        case Options(options):
            return [_constant(option) for option in options]
        case Word(words):
            return [f"`{word}`" for word in words]
        case Boolean():
            return ["`true`", "`false`"]
        case Text():
            return ["a string"]
        case Column():
            return ["a column name"]
        case Label():
            return ["a class of the target"]
        case Sequence():
            return [_sequence(kind)]
        case Variable():
            return ['`env("…")`']
        case Object(description) | Anything(description):
            return [description]


def _number(kind: Number) -> str:
    low, high = kind.low, kind.high
    noun = {"integer": "an integer", "real": "a number", "float": "a float"}[kind.type]
    if kind.type == "float" and low == 0 and high == 1:
        noun = "a fraction"
    if low is not None and high is not None and kind.low_included and kind.high_included:
        return f"{noun} from {low} to {high}"
    lower = "" if low is None else f"of at least {low}" if kind.low_included else f"above {low}"
    upper = "" if high is None else f"at most {high}" if kind.high_included else f"below {high}"
    if upper.startswith("at most") and not lower:
        upper = f"of {upper}"
    bounds = " and ".join(bound for bound in (lower, upper) if bound)
    return f"{noun} {bounds}".rstrip()


def _constant(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    return f"`{str(value).lower()}`"


def _sequence(kind: Sequence) -> str:
    noun = f"a {kind.form or 'list'}"
    if any(isinstance(item, Anything) for item in kind.items):
        return noun
    return f"{noun} with {describe_types(kind.items)} for each item"


def _either(choices: list[str]) -> str:
    choices = list(dict.fromkeys(choices))
    return choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} or {choices[-1]}"


def _one_of(choices: list[str]) -> str:
    if len(choices) <= MOST_OPTIONS:
        return f"one of {_either(choices)}"
    return f"one of {', '.join(choices[: MOST_OPTIONS - 2])}, … ({len(choices)} in all)"
