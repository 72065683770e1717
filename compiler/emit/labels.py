"""What the pieces of a flow are called, in Python and in the specification."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

STEPS = re.compile(r"(?:fan_out|fit|gather|preprocess)_(?:\d+_)?(\w+)")
"""Functions that a flow has for a model of its own."""


class Label(NamedTuple):
    """A piece of Python, by its first and last line, and what it is called; what is in it may belong to it."""

    name: str
    first: int
    last: int
    owns: bool = True


class _Pair(ast.AST):
    """A key of a dict, with its value."""

    def __init__(self, key: ast.expr, value: ast.expr) -> None:
        self.key, self.value = key, value


def children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a piece of Python."""
    match node:
        case ast.Dict(keys=keys, values=values):
            yield from (_Pair(key, value) if key else value for key, value in zip(keys, values, strict=True))
        case _Pair(value=value):
            yield value
        case _:
            yield from ast.iter_child_nodes(node)


def labels(node: ast.AST) -> Iterator[Label]:
    """Yield what a piece of Python is called."""
    match node:
        case ast.FunctionDef(name=name):
            step = STEPS.fullmatch(name)
            yield _label(node, of_model(step[1]) if step else name)
            yield from [_label(node, "preprocess")] if name.startswith("preprocess_") else []
        case ast.keyword(arg=str(name)):
            yield _label(node, name)
        case ast.Assign(targets=[ast.Tuple(elts=targets)]) | ast.Assign(targets=targets):
            yield from (_label(node, name_of(target)) for target in targets)
        case _Pair(key=ast.Constant(value=str(name)) as key, value=value):
            yield from (Label(one, key.lineno, value.end_lineno or value.lineno) for one in (name, of_model(name)))
        case ast.match_case(pattern=ast.MatchValue(value=ast.Constant(value=str(name)) as value), body=[*_, last]):
            yield Label(of_model(name), value.lineno, last.end_lineno or last.lineno)
        case ast.Call():
            yield from _called(node)
        case ast.Tuple(elts=[_, ast.Name(id=columns)]):
            yield _label(node, of_route(columns))
        case ast.Tuple(elts=[_, ast.List(elts=columns)]):
            yield _label(node, of_route(*(str(one.value) for one in columns if isinstance(one, ast.Constant))))
        case ast.Attribute(value=ast.Name(id="parameters"), attr=name):
            yield _label(node, of_option(name), owns=False)


def _called(node: ast.Call) -> Iterator[Label]:
    """Yield what a call, or an argument of it, is called."""
    match node:
        case ast.Call(func=ast.Name(id="ParameterSampler" as name), args=[_, number, *_]):
            yield _label(number, name, owns=False)
        case ast.Call(func=ast.Name(id="Parameter"), args=[ast.Constant(value=str(name)), *_]):
            yield _label(node, of_option(name))
        case ast.Call(func=ast.Name(id="settings_of"), args=[ast.Constant(value=str(name)), *_]):
            yield _label(node, name, owns=False)
        case ast.Call(func=ast.Name(id="choose" | "write_results" as name)):
            yield _label(node, name, owns=False)
        case ast.Call(func=ast.Attribute(attr="drop" as name), keywords=[ast.keyword(value=ast.List())]):
            yield _label(node, name, owns=False)
        case ast.Call(func=ast.Attribute(attr="setdefault"), args=[ast.Constant(value=str(name)), _]):
            yield _label(node, name, owns=False)
        case ast.Call(args=[ast.JoinedStr(values=[*_, ast.Constant() as end]), _]):
            yield _label(node, str(end.value), owns=False)


def of_model(name: str) -> str:
    """Return what a model is called here, so that nothing else is."""
    return f"model {name}"


def of_option(parameter: str) -> str:
    """Return what a parameter is called here, so that nothing else is."""
    return f"--{parameter}"


def of_route(*columns: str) -> str:
    """Return what a route of the preprocessing is called here, so that nothing else is."""
    return f"{', '.join(columns)} ->"


def _label(node: ast.expr | ast.stmt | ast.keyword, name: str, *, owns: bool = True) -> Label:
    return Label(name, node.lineno, node.end_lineno or node.lineno, owns)


def name_of(node: ast.AST) -> str:
    """Return what a name or an attribute is called, and nothing of anything else."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
