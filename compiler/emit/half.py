"""The generated half of a flow, as the linker reads it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from .imports import Import, imports_of, is_import
from .module import CLASS_OR_FUNCTION, LinkError, first_line, import_statements
from .uses import Uses, uses_of

if TYPE_CHECKING:
    from collections.abc import Sequence


class Part(NamedTuple):
    """Lines of the generated half, and the line that the first of them is there."""

    first: int
    lines: Sequence[str]


class Half(NamedTuple):
    """The generated half in parts, and what its statements use and bind."""

    head: Part
    """What stands above the imports: comments and the docstring."""

    body: Part
    main: Part
    """The `if __name__ == "__main__":` statement; no lines if there is none."""

    begins_with_definition: bool
    """Whether the first line of the body is that of a function or a class, above which there are two empty lines."""

    imports: dict[str, frozenset[Import]]
    body_uses: tuple[Uses, ...]
    main_uses: tuple[Uses, ...]
    text: str

    @property
    def constants(self) -> set[str]:
        """The names that it binds by assignments."""
        return {name for statement in ast.parse(self.text).body for name in _assigned(statement)}

    def without(self, constants: set[str]) -> str:
        """Return its text without the assignments to these names."""
        lines = self.text.split("\n")
        for statement in reversed(ast.parse(self.text).body):
            if constants & set(_assigned(statement)):
                first, last = statement.lineno - 1, statement.end_lineno or statement.lineno
                while last < len(lines) and not (lines[last] or lines[first - 1]):
                    last += 1  # the empty lines above it are enough
                del lines[first:last]
        return "\n".join(lines)

    @property
    def binds(self) -> frozenset[str]:
        """The names that it binds besides by imports."""
        return frozenset().union(*(uses.binds for uses in self.body_uses + self.main_uses))


def read_half(text: str) -> Half:
    """Parse a generated half: a head, then imports, then the rest, which ends with the `__main__` statement."""
    module = ast.parse(text)
    lines = text.rstrip("\n").split("\n")
    head = module.body[:1] if ast.get_docstring(module, clean=False) is not None else []
    rest = module.body[len(head) :]
    imported = [statement for statement in rest if is_import(statement)]
    statements = rest[len(imported) :]
    if rest[: len(imported)] != imported:
        raise LinkError(["the generated half has imports below other statements"])
    main = statements[-1:] if statements and _is_main(statements[-1]) else []
    statements = statements[: len(statements) - len(main)]
    head_end = imported[0].lineno - 1 if imported else _end(head)
    main_first = first_line(main[0], lines) if main else len(lines) + 1
    body = _part(lines, _end([*head, *imported]) + 1, main_first)
    return Half(
        head=_part(lines, 1, head_end + 1),
        body=body,
        main=_part(lines, main_first, len(lines) + 1),
        begins_with_definition=bool(statements) and _begins(statements[0], body, lines),
        imports=_imports(imported),
        body_uses=tuple(_uses(statement, lines) for statement in statements),
        main_uses=tuple(_uses(statement, lines) for statement in main),
        text=text,
    )


def _assigned(statement: ast.stmt) -> list[str]:
    """Return the names that an assignment binds."""
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _end(statements: Sequence[ast.stmt]) -> int:
    return (statements[-1].end_lineno or 0) if statements else 0


def _part(lines: list[str], first: int, after: int) -> Part:
    """Return the lines from one to before another, without empty lines around them."""
    while first < after and not lines[first - 1]:
        first += 1
    while first < after and not lines[after - 2]:
        after -= 1
    return Part(first, lines[first - 1 : after - 1])


def _begins(statement: ast.stmt, body: Part, lines: list[str]) -> bool:
    return isinstance(statement, CLASS_OR_FUNCTION) and first_line(statement, lines) == body.first


def _is_main(statement: ast.stmt) -> bool:
    match statement:
        case ast.If(test=ast.Compare(left=ast.Name(id="__name__"), comparators=[ast.Constant(value="__main__")])):
            return True
    return False


def _imports(statements: Sequence[ast.stmt]) -> dict[str, frozenset[Import]]:
    found: dict[str, frozenset[Import]] = {}
    for statement in statements:
        for inner in import_statements(statement):
            if isinstance(inner, ast.ImportFrom) and inner.level:
                raise LinkError([f"the generated half has a relative import: `{ast.unparse(inner)}`"])
            for one in imports_of(inner):
                found[one.bound] = found.get(one.bound, frozenset()) | {one}
    return found


def _uses(statement: ast.stmt, lines: list[str]) -> Uses:
    first = first_line(statement, lines)
    return uses_of(statement, "\n".join(lines[first - 1 : statement.end_lineno]), first)
