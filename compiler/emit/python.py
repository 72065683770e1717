"""Python source for the values of a plan."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

from ..meaning.values import FlowConstant, Formula, Invocation, ParameterValue, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..meaning.values import Value

PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "//": 2, "**": 4}
UNARY = 3
ATOM = 5


class Scope:
    """The names that a generated function imports for the values in it; every one is imported once, under its own name.

    A name that is taken, by another module's or by the function itself, gets the name of its module before it.
    """

    def __init__(self, *taken: str, outer: Scope | None = None, prefix: str = "") -> None:
        self._taken = set(taken)
        self._outer, self._prefix = outer, prefix
        self._names: dict[str, str] = {}
        self._modules: dict[str, str] = {}

    def within(self, prefix: str) -> Scope:
        """Return the scope of a part of the function, which leaves the imports of some packages to the whole."""
        return Scope(outer=self, prefix=prefix)

    def name(self, path: str) -> str:
        """Return the name by which the function knows the object at an import path."""
        if self._outer and path.startswith(self._prefix):
            return self._outer.name(path)
        if path not in self._names:
            module, _, name = path.rpartition(".")
            while self._is_taken(name) or keyword.iskeyword(name):
                name = f"{module.rpartition('.')[2]}_{name}"
            self._take(name)
            self._names[path] = name
        return self._names[path]

    def _take(self, name: str) -> None:
        """Keep a name from meaning something else here or in the whole function."""
        self._taken.add(name)
        if self._outer:
            self._outer._take(name)

    def _is_taken(self, name: str) -> bool:
        return name in self._taken or (self._outer is not None and self._outer._is_taken(name))

    def module(self, name: str, alias: str) -> str:
        """Return the alias by which the function knows a module."""
        self._modules[name] = alias
        return alias

    def imports(self) -> list[str]:
        """Return the import statements, in the order that isort gives them."""
        lines = [f"import {name} as {self._modules[name]}" for name in sorted(self._modules)]
        by_module: dict[str, list[str]] = {}
        for path, name in self._names.items():
            module, _, original = path.rpartition(".")
            renamed = "" if name == original else f" as {name}"
            by_module.setdefault(module, []).append(original + renamed)
        lines += [f"from {module} import {', '.join(sorted(by_module[module]))}" for module in sorted(by_module)]
        return lines


def source(value: Value, scope: Scope | None = None) -> str:
    """Return the expression that makes a value; what it refers to is imported through the scope."""
    return _source(value, scope or Scope())[0]


def names_source(names: Iterable[str]) -> str:
    """Return the list of a few names."""
    return source(list(names))


def arguments(positional: Sequence[Value], named: Iterable[tuple[str, Value]], scope: Scope) -> str:
    """Return the arguments of a call, as they stand between its parentheses."""
    written = [source(value, scope) for value in positional]
    written += [f"{name}={source(value, scope)}" for name, value in named]
    return ", ".join(written)


def uses_parameters(value: object) -> bool:
    """Return whether a value, or any part of it, is known only when the flow runs."""
    if isinstance(value, ParameterValue | Formula):
        return True
    return isinstance(value, list | tuple) and any(uses_parameters(item) for item in value)


def roots(value: object) -> Iterator[str]:
    """Yield the packages that the objects in a value are imported from."""
    if isinstance(value, Reference | Invocation):
        yield value.path.partition(".")[0]
    if isinstance(value, list | tuple):
        for item in value:
            yield from roots(item)


def _source(value: Value, scope: Scope) -> tuple[str, int]:
    """Return an expression and how tightly it binds."""
    match value:
        case ParameterValue(name=name):
            return f"parameters.{name}", ATOM
        case FlowConstant(name=name):
            return name, ATOM
        case Formula(operator=operator, operands=operands):
            return _formula(operator, operands, scope)
        case Reference(path=path):
            return scope.name(path), ATOM
        case Invocation(path=path, positional=positional, named=named):
            return f"{scope.name(path)}({arguments(positional, named, scope)})", ATOM
        case list():
            return f"[{', '.join(source(item, scope) for item in value)}]", ATOM
        case tuple() if type(value) is tuple:
            items = ", ".join(source(item, scope) for item in value)
            return f"({items},)" if len(value) == 1 else f"({items})", ATOM
        case range():
            return (f"range({value.start}, {value.stop})" if value.start else f"range({value.stop})"), ATOM
        case bool() | None | str():
            return repr(value), ATOM
        case int():
            return (f"{value:_}" if abs(value) >= 10_000 else str(value)), (UNARY if value < 0 else ATOM)
        case float():
            return repr(value), (UNARY if value < 0 else ATOM)
    raise TypeError(value)


def _formula(operator: str, operands: tuple[Value, ...], scope: Scope) -> tuple[str, int]:
    if len(operands) == 1:
        return f"-{_bound(operands[0], UNARY, scope)}", UNARY
    strength = PRECEDENCE[operator]
    rightwards = operator == "**"  # the only one that groups from the right
    left = _bound(operands[0], strength + rightwards, scope)
    right = _bound(operands[1], strength + (not rightwards), scope)
    return f"{left} {operator} {right}", strength


def _bound(value: Value, strength: int, scope: Scope) -> str:
    """Return an operand, in parentheses where it binds more loosely than its operator needs."""
    text, own = _source(value, scope)
    return text if own >= strength else f"({text})"
