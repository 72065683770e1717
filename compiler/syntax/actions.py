"""What is made of each rule of the grammar: mostly a node of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..source import Span
    from .tokens import Token

    Action = Callable[..., Any]


def _ending_in(node: type[Any], default: object) -> Action:
    """Make a node whose last part may be left out."""
    parts = len(node._fields)

    def make(span: Span, *children: object) -> object:
        return node(span, *children) if len(children) + 1 == parts else node(span, *children, default)

    return make


def _collected(node: type[Any], before: int = 0) -> Action:
    """Make a node whose last part is a tuple of all the children but the first few."""

    def make(span: Span, *children: object) -> object:
        return node(span, *children[:before], children[before:])

    return make


def _block(_: Span, *entries: object) -> tuple[object, ...]:
    return entries


def _path(span: Span, *names: Token) -> tree.Path:
    return tree.Path(span, tuple(str(name.value) for name in names))


def _name(span: Span, name: Token) -> tree.Identifier:
    return tree.Identifier(span, str(name.value))


def _constant(span: Span, literal: Token) -> tree.Constant:
    kind: Any = literal.kind.lower()
    return tree.Constant(span, literal.value, kind)


def _binding(span: Span, name: tree.Identifier, sign: Token, value: tree.Expression) -> tree.Binding:
    operator: Any = sign.value
    return tree.Binding(span, name, operator, value)


def _binary(span: Span, left: tree.Expression, sign: Token, right: tree.Expression) -> tree.Binary:
    operator: Any = sign.value
    return tree.Binary(span, operator, left, right)


def _argument(span: Span, *parts: Any) -> tree.CallArgument:
    *name, value = parts
    return tree.CallArgument(span, name[0] if name else None, value)


ACTIONS: dict[str, Action] = {
    "program": _collected(tree.Program),
    "tournament": _ending_in(tree.TournamentDeclaration, None),
    "seed": tree.SeedDeclaration,
    "task": tree.TaskDeclaration,
    "let": tree.LetDeclaration,
    "param": _ending_in(tree.ParamDeclaration, None),
    "include": tree.IncludeDeclaration,
    "data": _ending_in(tree.DataDeclaration, ()),
    "preprocess": tree.PreprocessDeclaration,
    "test": tree.TestDeclaration,
    "folds": tree.FoldsDeclaration,
    "score": _collected(tree.ScoreDeclaration),
    "model": _ending_in(tree.ModelDeclaration, ()),
    "ensemble": _ending_in(tree.EnsembleDeclaration, ()),
    "select": tree.SelectDeclaration,
    "race": tree.RaceDeclaration,
    "run": tree.RunDeclaration,
    "report": tree.ReportDeclaration,
    "settings": _block,
    "bindings": _block,
    "routes": _block,
    "run_entries": _block,
    "model_entries": _block,
    "binding": _binding,
    "route": _collected(tree.RouteDeclaration, before=1),
    "space": tree.SpaceDeclaration,
    "step": _ending_in(tree.StepDeclaration, ()),
    "fit": tree.FitDeclaration,
    "early_stopping": tree.EarlyStoppingDeclaration,
    "search": tree.SearchDeclaration,
    "resources": tree.ResourcesDeclaration,
    "range": tree.Range,
    "binary": _binary,
    "unary": tree.Unary,
    "list": _collected(tree.ListOf),
    "tuple": _collected(tree.TupleOf),
    "call": _collected(tree.Call, before=1),
    "argument": _argument,
    "path": _path,
    "name": _name,
    "constant": _constant,
}
"""From the name of a rule, or of the alternative, to what makes its value of a span and the children."""
