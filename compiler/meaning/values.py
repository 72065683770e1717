"""What expressions are worth: plain Python values, and those that only the running flow or an import can give."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias


class ParameterValue(NamedTuple):
    """The value of a `param`, known when the flow runs; its default stands in for it in checks."""

    name: str
    default: int | float | str | bool


class Formula(NamedTuple):
    """An operation over at least one parameter, computed by the flow; unary minus has one operand."""

    operator: Literal["+", "-", "*", "/", "//", "**"]
    operands: tuple[Value, ...]


class Reference(NamedTuple):
    """A Python object by its import path."""

    path: str


class FlowConstant(NamedTuple):
    """A constant of the flow's own, such as `SEED`: written by its name."""

    name: str


class Invocation(NamedTuple):
    """A call of a Python object: positional arguments, then named ones in the order written."""

    path: str
    positional: tuple[Value, ...]
    named: tuple[tuple[str, Value], ...]


class FromEnvironment(NamedTuple):
    """The value of an environment variable, read when the flow runs."""

    variable: str


# A list, a tuple and a range (inclusive in the language, half-open here) stay what they are in Python.
Value: TypeAlias = (
    int
    | float
    | str
    | bool
    | list["Value"]
    | tuple["Value", ...]
    | range
    | ParameterValue
    | Formula
    | Reference
    | FlowConstant
    | Invocation
    | FromEnvironment
    | None
)
