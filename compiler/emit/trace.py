"""Which places of a specification stand behind a line of its flow.

Nothing about this is written into a flow: its own names tell. What is called as something in the specification comes
from there (`build_gbm` from the model `gbm`, the keyword `patience` in it from the entry of that name), and the names
that every flow has come from the declarations listed below.
"""

from __future__ import annotations

import ast
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ..syntax.tree import EarlyStopping, Ensemble, Fit, Identifier, ListOf, Model, Param, Resources, Route, Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..source import Span
    from ..syntax.tree import Program

Origins: TypeAlias = dict[int, list["Span"]]
"""For lines of a flow, counted from 1, the places in the specification in their order."""

ANCHORS = {
    "FOLD": "folds",
    "GROUP": "data.group",
    "N_FOLDS": "folds",
    "PRIMARY": "score",
    "RESULTS": "report.directory",
    "SCORES": "score",
    "SCORE_NAMES": "score",
    "SEED": "seed",
    "SIMPLEST": "select",
    "TARGET": "data.target",
    "THREADS": "run.threads",
    "TIME": "data.time",
    "TIMEOUT": "run.timeout",
    "TOP": "report.top",
    "WEIGHT": "data.weight",
    "all_scores_figure": "report.figures",
    "by_time": "data.time",
    "categorical": "data.categorical",
    "check_columns": "data",
    "confusion_matrix_figure": "report.figures",
    "data_path": "data",
    "fits_per_task": "run.fits_per_task",
    "load_data": "data",
    "numeric": "data.numeric",
    "predicted_vs_true_figure": "report.figures",
    "preprocessor": "preprocess",
    "roc_curve_figure": "report.figures",
    "split_folds": "folds",
    "test_rows": "test",
}
"""What a flow calls its parts, and where in a specification they come from: a declaration, and an entry of it."""

SETTINGS = frozenset(("report", "run"))
"""Declarations that mean nothing for a part of the flow unless they have an entry about it."""

DECORATORS = {"catch": "on_error", "pypi_base": "packages", "retry": "retries"}
"""The entries of `run` behind decorators that are called otherwise."""

STEPS = re.compile(r"(?:build|fan_out|fit|gather)_(\w+)")
"""Functions that a flow has for a model of its own."""

CALLED = {"EarlyStopping": "early_stopping", "ParameterGrid": "search", "ParameterSampler": "search"}
"""What a flow calls for a model, and the entry of the model that says so."""


class Label(NamedTuple):
    """A piece of Python, by its first and last line, and what it is called; what is in it may belong to it."""

    name: str
    first: int
    last: int
    owns: bool = True


def trace(flow: str, program: Program) -> Origins:
    """Return the places behind each line of a flow; lines that every flow has have none."""
    tracer = _Tracer(program)
    tree = ast.parse(flow)
    for statement in tree.body:
        if isinstance(statement, ast.Expr | ast.ClassDef) and (statement is tree.body[0] or _is_flow(statement)):
            tracer.mark(tracer.declared.get("tournament"), statement.lineno, statement.lineno)
        tracer.visit(statement, None)
    return {line: _innermost(places) for line, places in tracer.origins.items()}


class _Part:
    """A declaration of a specification, or an entry, and what it holds by name."""

    def __init__(self, node: tuple[object, ...]) -> None:
        self._node = node
        self.span: Span = node.span  # type: ignore[attr-defined]

    @cached_property
    def parts(self) -> dict[str, _Part]:
        found: dict[str, _Part] = {}
        for name, node in _named(self._node):
            found.setdefault(name, _Part(node))
        return found


class _Tracer:
    """The specification by its names, and what was found so far."""

    def __init__(self, program: Program) -> None:
        self.declared: dict[str, _Part] = {}
        self.named: dict[str, _Part] = {}
        self.origins: dict[int, set[Span]] = {}
        for declaration in program.declarations:
            part = _Part(declaration)
            self.declared.setdefault(_keyword(declaration), part)
            if isinstance(declaration, Model | Ensemble):
                self.named[_model(declaration.name.text)] = part
            elif isinstance(declaration, Param):
                self.named[_option(declaration.name.text)] = part

    def mark(self, part: _Part | None, first: int, last: int) -> None:
        """Note where some lines come from."""
        for line in range(first, last + 1) if part else ():
            self.origins.setdefault(line, set()).add(part.span)  # type: ignore[union-attr]

    def visit(self, node: ast.AST, owner: _Part | None) -> None:
        """Note where the lines of a piece of Python come from, which stands in what comes from `owner`."""
        for label in _labels(node):
            part = self._find(label.name, owner)
            self.mark(part, label.first, label.last)
            owner = part if part and label.owns else owner
        for decorator in getattr(node, "decorator_list", ()):
            self._visit_decorator(decorator, owner)
        for child in _children(node):
            self.visit(child, owner)

    def _visit_decorator(self, decorator: ast.expr, owner: _Part | None) -> None:
        name = _name(decorator.func if isinstance(decorator, ast.Call) else decorator)
        wanted = DECORATORS.get(name, name)
        holders = [holder for holder in (owner, self.declared.get("run")) if holder and wanted in holder.parts]
        for holder in holders[:1]:
            self.mark(holder.parts[wanted], decorator.lineno, decorator.end_lineno or decorator.lineno)

    def _find(self, name: str, owner: _Part | None) -> _Part | None:
        """Return what is called so: what every flow has, what the owner has, or a model or parameter."""
        if name in ANCHORS:
            keyword, _, entry = ANCHORS[name].partition(".")
            declared = self.declared.get(keyword)
            return declared and (declared.parts.get(entry) or (None if keyword in SETTINGS else declared))
        return (owner and owner.parts.get(CALLED.get(name, name))) or self.named.get(name)


class _Pair(ast.AST):
    """A key of a dict, with its value."""

    def __init__(self, key: ast.expr, value: ast.expr) -> None:
        self.key, self.value = key, value


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a piece of Python; the class of the flow owns none of them."""
    match node:
        case ast.Dict(keys=keys, values=values):
            yield from (_Pair(key, value) if key else value for key, value in zip(keys, values, strict=True))
        case _Pair(value=value):
            yield value
        case _:
            yield from ast.iter_child_nodes(node)


def _labels(node: ast.AST) -> Iterator[Label]:
    """Yield what a piece of Python is called."""
    match node:
        case ast.FunctionDef(name=name):
            step = STEPS.fullmatch(name)
            yield _label(node, _model(step[1]) if step else name)
        case ast.keyword(arg=str(name)):
            yield _label(node, name)
        case ast.Assign(targets=[ast.Tuple(elts=targets)]) | ast.Assign(targets=targets):
            yield from (_label(node, _name(target)) for target in targets)
        case ast.ClassDef(name="Parameters", body=[*fields]):
            yield from (
                _label(field, _option(_name(field.target))) for field in fields if isinstance(field, ast.AnnAssign)
            )
        case _Pair(key=ast.Constant(value=str(name)) as key, value=value):
            yield from (Label(one, key.lineno, value.end_lineno or value.lineno) for one in (name, _model(name)))
        case ast.match_case(pattern=ast.MatchValue(value=ast.Constant(value=str(name)) as value), body=[*_, last]):
            yield Label(_model(name), value.lineno, last.end_lineno or last.lineno)
        case ast.Call(func=ast.Name(id="ParameterSampler" as name), args=[_, number, *_]):
            yield _label(number, name, owns=False)
        case ast.Call(func=ast.Name(id="Parameter"), args=[ast.Constant(value=str(name)), *_]):
            yield _label(node, _option(name))
        case ast.Call(func=ast.Name(id="Parameters"), keywords=given):
            yield from (_label(one, _option(one.arg or "")) for one in given)
        case ast.Tuple(elts=[_, ast.Name(id=columns)]):
            yield _label(node, _route(columns))
        case ast.Tuple(elts=[_, ast.List(elts=columns)]):
            yield _label(node, _route(*(str(one.value) for one in columns if isinstance(one, ast.Constant))))
        case ast.Call(func=ast.Attribute(attr="drop" as name), keywords=[ast.keyword(value=ast.List())]):
            yield _label(node, name, owns=False)
        case ast.Name(id=name) if name in CALLED:
            yield _label(node, name, owns=False)
        case ast.Attribute(value=ast.Name(id="parameters"), attr=name):
            yield _label(node, _option(name), owns=False)


def _named(node: object) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield what a part of a specification holds, outer entries before inner ones."""
    if not isinstance(node, tuple):
        return
    for part in node:
        if isinstance(getattr(part, "name", None), Identifier):
            yield part.name.text, part
        elif isinstance(part, EarlyStopping | Fit | Resources | Search):
            yield _keyword(part), part
        elif isinstance(part, Route):
            columns = part.columns.items if isinstance(part.columns, ListOf) else (part.columns,)
            yield _route(*(str(getattr(one, "text", getattr(one, "value", ""))) for one in columns)), part
    for part in node:
        yield from _named(part)


def _model(name: str) -> str:
    """Return what a model is called here, so that nothing else is."""
    return f"model {name}"


def _option(parameter: str) -> str:
    """Return what a parameter is called here, so that nothing else is."""
    return f"--{parameter}"


def _route(*columns: str) -> str:
    """Return what a route of the preprocessing is called here, so that nothing else is."""
    return f"{', '.join(columns)} ->"


def _keyword(node: object) -> str:
    """Return the keyword of a node: `early_stopping` for `EarlyStopping`."""
    name = type(node).__name__
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def _innermost(places: set[Span]) -> list[Span]:
    """Return the places that hold no other."""
    return sorted(
        one
        for one in places
        if not any(other != one and one.start <= other.start and other.end <= one.end for other in places)
    )


def _label(node: ast.expr | ast.stmt | ast.keyword, name: str, *, owns: bool = True) -> Label:
    return Label(name, node.lineno, node.end_lineno or node.lineno, owns)


def _is_flow(node: ast.stmt) -> bool:
    return isinstance(node, ast.ClassDef) and any(_name(base) == "FlowSpec" for base in node.bases)


def _name(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
