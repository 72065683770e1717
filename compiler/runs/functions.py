"""Execute the flow's own functions outside of a run: they return what they will return in a run."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from ..emit.python import source
from ..emit.render import unstyled
from ..emit.uses import uses_of
from ..meaning.values import Invocation, Reference
from ..plan.plan import Draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..plan.plan import Model, Plan, Space


def flow_module(plan: Plan) -> ast.Module:
    """Return the flow as a syntax tree."""
    return ast.parse(unstyled(plan))


def functions(plan: Plan, names: Iterable[str]) -> dict[str, Any]:
    """Return these functions, classes and constants of the flow, and what they need.

    Nothing else of the flow is executed, and nothing is imported that the specification names: an object in a space is
    here its text, which has no need of an import.
    """
    module = flow_module(plan._replace(models=tuple(map(_without_objects, plan.models))))
    module.body = list(_needed(module, names))
    namespace: dict[str, Any] = {"__name__": __name__}
    exec(compile(module, "<flow>", "exec"), namespace)  # noqa: S102  our own templates wrote it, and every value is quoted
    return namespace


def _without_objects(model: Model) -> Model:
    return model._replace(space=_space(model.space), alternatives=tuple(map(_space, model.alternatives)))


def _space(space: Space) -> Space:
    return tuple((name, _plain(values)) for name, values in space)


def _plain(value: Any) -> Any:
    match value:
        case Reference() | Invocation():
            return source(value)
        case Draw(arguments=arguments):
            return value._replace(arguments=_space(arguments))
        case list():
            return [_plain(item) for item in value]
        case tuple() if type(value) is tuple:
            return tuple(_plain(item) for item in value)
    return value


def _needed(module: ast.Module, names: Iterable[str]) -> Iterator[ast.stmt]:
    """Yield the statements that bind these names, and the names in those statements, in their order."""
    binding = {name: statement for statement in module.body for name in _bound(statement)}
    needed, wanted = set(), {"annotations", *names}
    while wanted:
        name = wanted.pop()
        statement = binding.get(name)
        if statement and statement not in needed:
            needed.add(statement)
            wanted |= _used(statement)
    return (statement for statement in module.body if statement in needed)


def _used(statement: ast.stmt) -> set[str]:
    """Return the names that a statement takes from the module: neither its locals nor what annotations name."""
    text = ast.unparse(statement)
    uses = uses_of(ast.parse(text).body[0], text, 1)
    return set(uses.at_import | uses.later)


def _bound(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Assign(targets=targets):
            return [target.id for target in targets if isinstance(target, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            return [alias.asname or alias.name for alias in aliases]
    return []
