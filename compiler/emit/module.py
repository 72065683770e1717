"""A module of the library of the flows, indexed: what it defines, imports and uses."""

from __future__ import annotations

import ast
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from .imports import Import, imports_of, is_import
from .uses import Uses, uses_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CLASS_OR_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class LinkError(Exception):
    """The generated half and the library do not fit together: a bug in the compiler."""

    def __init__(self, problems: Iterable[str], names: Iterable[str] = ()) -> None:
        self.names = tuple(names)
        super().__init__("the flow cannot be linked: " + "; ".join(problems))


class Definition(NamedTuple):
    """Something that a module defines at its top level, with the comment above it: `text`, which begins in `first`."""

    module: str
    names: tuple[str, ...]
    first: int
    text: str
    uses: Uses


class Module(NamedTuple):
    """A module of the library: its definitions in order, and what its other names are imported from."""

    name: str
    title: str
    definitions: tuple[Definition, ...]
    imports: dict[str, frozenset[Import]]
    siblings: dict[str, str]
    """For names imported from another module of the library, that module."""

    def defining(self, name: str) -> list[Definition]:
        """Return the definitions of a name: several if it is overloaded."""
        return [definition for definition in self.definitions if name in definition.names]


def read_module(name: str, text: str) -> Module:
    """Index the text of a module."""
    tree = ast.parse(text)
    title = (ast.get_docstring(tree) or "").partition("\n")[0].removesuffix(".")
    if not title:
        raise LinkError([f"the library's module `{name}` has no docstring, which is the title of its section"], [name])
    lines = text.split("\n")
    found: list[Definition] = []
    imports: dict[str, frozenset[Import]] = {}
    siblings: dict[str, str] = {}
    for statement, following in zip_longest(tree.body, tree.body[1:]):
        if is_import(statement):
            _add_imports(statement, imports, siblings, name)
        elif not _is_text(statement):
            last = following if _is_text(following) and not isinstance(statement, CLASS_OR_FUNCTION) else statement
            found.append(_definition(name, statement, last.end_lineno, lines))
    return Module(name, title, tuple(found), imports, siblings)


def first_line(statement: ast.stmt, lines: list[str]) -> int:
    """Return the line, from 1, where a statement begins with its decorators and the comment directly above it."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    first = min([statement.lineno, *(decorator.lineno for decorator in decorators)])
    while first > 1 and lines[first - 2].startswith("#"):
        first -= 1
    return first


def import_statements(statement: ast.stmt) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield the imports of an import statement or of an `if TYPE_CHECKING:` block."""
    for inner in statement.body if isinstance(statement, ast.If) else [statement]:
        if not isinstance(inner, ast.Import | ast.ImportFrom) or any(alias.name == "*" for alias in inner.names):
            raise LinkError([f"line {inner.lineno} imports no single names: `{ast.unparse(inner)}`"])
        if not (isinstance(inner, ast.ImportFrom) and inner.module == "__future__"):
            yield inner


def _is_text(statement: ast.stmt | None) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _add_imports(
    statement: ast.stmt, imports: dict[str, frozenset[Import]], siblings: dict[str, str], module: str
) -> None:
    for inner in import_statements(statement):
        for one in imports_of(inner):
            if isinstance(inner, ast.Import) or not inner.level:
                imports[one.bound] = imports.get(one.bound, frozenset()) | {one}
            elif inner.level > 1 or not one.module or one.alias:
                raise LinkError(
                    [f"`{ast.unparse(inner)}` in the library's module `{module}` cannot be linked"], [module]
                )
            else:
                siblings[one.bound] = one.module


def _definition(module: str, statement: ast.stmt, last: int | None, lines: list[str]) -> Definition:
    names = tuple(_bound_by(statement))
    if not names:
        message = f"line {statement.lineno} of the library's module `{module}` defines nothing"
        raise LinkError([message], [module])
    first = first_line(statement, lines)
    text = "\n".join(lines[first - 1 : last])
    return Definition(module, names, first, text, uses_of(statement, text, first))


def _bound_by(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [statement.name]
        case ast.Assign():
            targets: list[ast.expr] = statement.targets
        case ast.AnnAssign():
            targets = [statement.target]
        case _:
            return []
    named = (node for target in targets for node in ast.walk(target) if isinstance(node, ast.Name))
    return [node.id for node in named if isinstance(node.ctx, ast.Store)]
