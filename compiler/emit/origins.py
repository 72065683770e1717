"""Find the places in a specification that a line of its flow comes from, by names.

Nothing is written into the flow for this. A name that is also in the specification comes from there (`case "gbm"` from
the model `gbm`, the keyword `num_leaves` in it from that entry), and names that every flow has come from the
declarations listed below. Lines of the library do not come from a specification.
"""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from ..syntax import tree
from ..syntax.keywords import keyword_of
from .labels import children, labels, name_of, of_model, of_option, of_route
from .link import BELOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..source import Span
    from ..syntax.tree import Program

Origins: TypeAlias = dict[int, list["Span"]]
"""For lines of a flow, counted from 1, the places in the specification in their order."""

ANCHORS = {
    "AFTER": "race.after",
    "APART": "data.target",
    "DATA": "data",
    "ENVIRONMENT": "run.threads",
    "FOLD": "folds",
    "GRACE": "run.timeout",
    "GROUP": "data.group",
    "MARGIN": "select",
    "METAFLOW_ENVIRONMENT": "run.packages",
    "N_FOLDS": "folds",
    "RACE": "race",
    "SCORES": "score",
    "SEED": "seed",
    "SIMPLEST": "select",
    "STOP_AFTER": "run.stop_after",
    "TARGET": "data.target",
    "TIME": "data.time",
    "TIMEOUT": "run.timeout",
    "TITLE": "tournament",
    "WEIGHT": "data.weight",
    "_MAX_WORKERS": "run.workers",
    "_TAGS": "run.tags",
    "categorical": "data.categorical",
    "ensembles": "ensemble",
    "data_path": "data",
    "figures": "report.figures",
    "fits_per_task": "run.fits_per_task",
    "hold_out": "test",
    "load_data": "data",
    "numeric": "data.numeric",
    "preprocessing": "preprocess",
    "scorers": "score",
    "choose": "select",
    "slices": "report.slices",
    "split_folds": "folds",
    "test_rows": "test",
    "threshold": "report.threshold",
    "top": "report.top",
    "write_results": "report.directory",
}
"""The names of a flow's parts, and where they come from: a declaration and, if given, an entry of it."""

SETTINGS = frozenset(("report", "run"))
ROLES = frozenset(("categorical", "numeric"))
"""Declarations and entries of which nothing but an entry means anything for a part of the flow."""

DECORATORS = {"catch": "on_error", "pypi_base": "packages", "retry": "retries"}
"""The entries of `run` behind decorators that are called otherwise."""

STOPPING = frozenset(("KEPT", "hold_back", "iterations"))
"""What a flow has for all models that stop early."""

CALLED = {
    "ParameterGrid": ("search",),
    "ParameterSampler": ("search",),
    "early_stopping_min_delta": ("min_delta", "early_stopping"),
    "early_stopping_round": ("patience", "early_stopping"),
    "early_stopping_rounds": ("patience", "early_stopping"),
    "epochs": ("max_iterations",),
    "eval_metric": ("monitor",),
    "iterations": ("max_iterations",),
    "metric": ("monitor",),
    "n_estimators": ("max_iterations",),
    "rounds": ("patience",),
}
"""What a flow calls for a model, and the entries of the model that may say so."""


def origins_of(flow: str, program: Program) -> Origins:
    """Return the places behind each line of a flow; lines that every flow has have none."""
    tracer = _Tracer(program)
    module = ast.parse(flow)
    lines = flow.split("\n")
    below = lines.index(BELOW) + 1 if BELOW in lines else len(lines) + 1
    for statement in module.body:
        if statement.lineno < below or isinstance(statement, ast.If):
            if isinstance(statement, ast.Expr | ast.ClassDef):
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
            self.declared.setdefault(keyword_of(type(declaration)), part)
            if isinstance(declaration, tree.ModelDeclaration | tree.EnsembleDeclaration):
                self.named[of_model(declaration.name.text)] = part
            elif isinstance(declaration, tree.ParamDeclaration):
                self.named[of_option(declaration.name.text)] = part

    def mark(self, part: _Part | None, first: int, last: int) -> None:
        """Note where some lines come from."""
        for line in range(first, last + 1) if part else ():
            self.origins.setdefault(line, set()).add(part.span)  # type: ignore[union-attr]

    def visit(self, node: ast.AST, owner: _Part | None) -> None:
        """Note where the lines of a piece of Python come from, which is in what comes from `owner`."""
        for label in labels(node):
            for stopping in self._stopping() if label.name in STOPPING and owner is None else ():
                self.mark(stopping, label.first, label.last)
            part = self._find(label.name, owner)
            self.mark(part, label.first, label.last)
            owner = part if part and label.owns else owner
        for decorator in getattr(node, "decorator_list", ()):
            self._visit_decorator(decorator, owner)
        for child in children(node):
            self.visit(child, owner)

    def _visit_decorator(self, decorator: ast.expr, owner: _Part | None) -> None:
        name = name_of(decorator.func if isinstance(decorator, ast.Call) else decorator)
        wanted = DECORATORS.get(name, name)
        holders = [holder for holder in (owner, self.declared.get("run")) if holder and wanted in holder.parts]
        for holder in holders[:1]:
            self.mark(holder.parts[wanted], decorator.lineno, decorator.end_lineno or decorator.lineno)

    def _find(self, name: str, owner: _Part | None) -> _Part | None:
        """Return what is called so: what the owner has, what every flow has, or a model or parameter."""
        names = (name, *CALLED.get(name, ())) if owner else ()
        if held := next((owner.parts[one] for one in names if owner and one in owner.parts), None):
            return held
        if name in ANCHORS:
            keyword, _, entry = ANCHORS[name].partition(".")
            declared = self.declared.get(keyword)
            alone = keyword in SETTINGS or entry in ROLES
            return declared and (declared.parts.get(entry) or (None if alone else declared))
        return self.named.get(name)

    def _stopping(self) -> Iterator[_Part]:
        """Yield what the models say of early stopping."""
        yield from (part.parts["early_stopping"] for part in self.named.values() if "early_stopping" in part.parts)


def _named(node: object) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield what a part of a specification holds, outer entries before inner ones."""
    if not isinstance(node, tuple):
        return
    for part in node:
        if isinstance(getattr(part, "name", None), tree.Identifier):
            yield part.name.text, part
            inner = part.entries if isinstance(part, tree.StepDeclaration) else ()
            bound = (one for one in inner if isinstance(one, tree.Binding))
            yield from ((f"{part.name.text}__{one.name.text}", one) for one in bound)
        elif isinstance(
            part,
            tree.EarlyStoppingDeclaration
            | tree.FitDeclaration
            | tree.PreprocessDeclaration
            | tree.ResourcesDeclaration
            | tree.SearchDeclaration,
        ):
            yield keyword_of(type(part)), part
        elif isinstance(part, tree.RouteDeclaration):
            columns = part.columns.items if isinstance(part.columns, tree.ListOf) else (part.columns,)
            yield of_route(*(str(getattr(one, "text", getattr(one, "value", ""))) for one in columns)), part
    for part in node:
        yield from _named(part)


def _innermost(places: set[Span]) -> list[Span]:
    """Return the places that hold no other."""
    return sorted(
        one
        for one in places
        if not any(other != one and one.start <= other.start and other.end <= one.end for other in places)
    )
