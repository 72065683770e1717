"""Which names a statement of a module uses, and when: while it is imported, later, or for annotations alone."""

from __future__ import annotations

import ast
import symtable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FUTURE = "from __future__ import annotations\n"
COMPREHENSIONS = frozenset(("dictcomp", "genexpr", "listcomp", "setcomp"))
"""What the symbol table calls the scopes that are evaluated where they are written."""

BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
"""The fields of a statement that hold statements, or what holds statements."""

OWN_NAMES = frozenset(("__annotate__", "__classdict__", "__conditional_annotations__"))
"""Names that the symbol table has of Python itself; since 3.14 an annotated name of a module needs one."""


class Uses(NamedTuple):
    """The names that a statement takes from the module or from Python, and those that it binds in the module."""

    at_import: frozenset[str]
    later: frozenset[str]
    annotations: frozenset[str]
    binds: frozenset[str]


def uses_of(statement: ast.stmt, text: str, first: int) -> Uses:
    """Return the names that a top-level statement uses; `text` is its source, and `first` the line it begins in.

    A parameter or a local of a function is not used, nor is what a statement binds itself.
    """
    table = symtable.symtable(FUTURE + text, "<flow>", "exec")
    binds = frozenset(symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned())
    at_import = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced()}
    later: set[str] = set()
    _collect(table, at_import, later, in_function=False)
    annotations = set(_annotated((statement,), (table,), first - 2))
    if "cast" in at_import | later:
        annotations |= set(_cast(statement))
    return Uses(
        frozenset(at_import - binds - OWN_NAMES),
        frozenset(later - binds - OWN_NAMES),
        frozenset(annotations - at_import - later - binds),
        binds,
    )


def _collect(table: symtable.SymbolTable, at_import: set[str], later: set[str], *, in_function: bool) -> None:
    for child in table.get_children():
        waits = in_function or (child.get_type() == "function" and child.get_name() not in COMPREHENSIONS)
        found = later if waits else at_import
        found.update(symbol.get_name() for symbol in child.get_symbols() if symbol.is_global())
        _collect(child, at_import, later, in_function=waits)


def _annotated(nodes: Iterable[ast.AST], scopes: tuple[symtable.SymbolTable, ...], before: int) -> Iterator[str]:
    """Yield the module's names in all annotations; `before` lines of the file are not in the text of the table."""
    for node in nodes:
        within = scopes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            within = (*scopes, *_tables(scopes[-1], node.name, node.lineno - before))
        for annotation in _annotations(node):
            yield from (name for name in _names(annotation) if not any(_is_local(name, scope) for scope in scopes[1:]))
        for block in BLOCKS:
            yield from _annotated(getattr(node, block, ()), within, before)


def _tables(table: symtable.SymbolTable, name: str, line: int) -> list[symtable.SymbolTable]:
    return [child for child in table.get_children() if child.get_lineno() == line and child.get_name() == name]


def _annotations(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        arguments = node.args
        every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg)
        yield from (argument.annotation for argument in every if argument and argument.annotation)
        if node.returns:
            yield node.returns
    elif isinstance(node, ast.AnnAssign):
        yield node.annotation
        if node.value and isinstance(node.annotation, ast.Name) and node.annotation.id == "TypeAlias":
            yield from [node.value] if isinstance(node.value, ast.Constant) else []


def _is_local(name: str, scope: symtable.SymbolTable) -> bool:
    """Return whether a name in an annotation means something of this scope.

    A field of a class may be called as its type is, `date: date`, so of a class only what it defines counts.
    """
    if name not in scope.get_identifiers():
        return False
    symbol = scope.lookup(name)
    return symbol.is_namespace() if scope.get_type() == "class" else symbol.is_local()


def _names(annotation: ast.AST) -> Iterator[str]:
    match annotation:
        case ast.Name(id=name):
            yield name
        case ast.Constant(value=str(text)):
            yield from _names(ast.parse(text.strip(), mode="eval").body)
        case ast.Subscript(value=ast.Name(id="Literal") | ast.Attribute(attr="Literal") as literal):
            yield from _names(literal)
        case _:
            for child in ast.iter_child_nodes(annotation):
                yield from _names(child)


def _cast(statement: ast.stmt) -> Iterator[str]:
    """Yield the names in the types that `cast` is given as text."""
    for node in ast.walk(statement):
        match node:
            case ast.Call(func=ast.Name(id="cast"), args=[ast.Constant(value=str()) as written, _]):
                yield from _names(written)
