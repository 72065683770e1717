"""Imports as a flow has them: in the order of ruff's isort and the style of black."""

from __future__ import annotations

import ast
import re
import sys
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINE_LENGTH = 100
DIGITS = re.compile(r"\d+|\D", re.ASCII)

Key: TypeAlias = tuple[object, ...]


class Import(NamedTuple):
    """What one name is imported from: `import module as alias` without a member, else `from module import member`."""

    module: str
    member: str | None = None
    alias: str | None = None

    @property
    def bound(self) -> str:
        """The name that it binds: `import os.path` binds `os`."""
        return self.alias or self.member or self.module.partition(".")[0]


def imports_of(statement: ast.Import | ast.ImportFrom) -> Iterator[Import]:
    """Yield what a statement imports, a name at a time."""
    for alias in statement.names:
        renamed = alias.asname
        if isinstance(statement, ast.Import):
            yield Import(alias.name, None, renamed)
        else:
            yield Import(statement.module or "", alias.name, renamed)


def is_import(statement: ast.stmt) -> bool:
    """Return whether this is an import, or an `if TYPE_CHECKING:` block, which holds nothing else."""
    match statement:
        case ast.Import() | ast.ImportFrom():
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING")):
            return True
    return False


def printed(imports: Iterable[Import], indent: str = "") -> str:
    """Return the lines of imports: in groups, between which there is an empty line, and sorted."""
    in_order = sorted(set(imports), key=lambda one: _group(one.module))
    groups = (sorted(_statements(group), key=_key) for _, group in groupby(in_order, lambda one: _group(one.module)))
    return "\n\n".join("\n".join(_printed(statement, indent) for statement in group) for group in groups)


def _group(module: str) -> int:
    root = module.partition(".")[0]
    return 0 if root == "__future__" else 1 if root in sys.stdlib_module_names else 2


def _statements(imports: Iterable[Import]) -> Iterator[list[Import]]:
    """Yield the imports of each statement: members of one module share one, unless they are renamed."""
    by_module: dict[str, list[Import]] = {}
    for one in imports:
        if one.member is None or one.alias is not None:
            yield [one]
        else:
            by_module.setdefault(one.module, []).append(one)
    for members in by_module.values():
        yield sorted(members, key=lambda one: _member_key(one.member or ""))


def _key(statement: list[Import]) -> Key:
    """Return where a statement comes in its group: `import` before `from`, then by module."""
    first = statement[0]
    if first.member is None:
        return (0, *_name_key(first.module), _natural(first.alias or ""))
    return (1, *_name_key(first.module), _member_key(first.member), _natural(first.alias or ""))


def _member_key(name: str) -> Key:
    """Return where a member comes: constants, then classes, then everything else."""
    kind = 0 if len(name) > 1 and name.isupper() else 1 if name[:1].isupper() else 2
    return (kind, *_name_key(name))


def _name_key(name: str) -> Key:
    return (_natural(name.lower()), _natural(name), name)


def _natural(name: str) -> Key:
    """Return a key by which `float8` comes before `float16`."""
    return tuple((ord("0"), int(part)) if part.isdecimal() else (ord(part), 0) for part in DIGITS.findall(name))


def _printed(statement: list[Import], indent: str) -> str:
    module = statement[0].module
    names = [_with_alias(one.member or module, one.alias) for one in statement]
    if statement[0].member is None:
        return f"{indent}import {names[0]}"
    line = f"{indent}from {module} import {', '.join(names)}"
    if len(line) <= LINE_LENGTH:
        return line
    return "\n".join((f"{indent}from {module} import (", *(f"{indent}    {name}," for name in names), f"{indent})"))


def _with_alias(name: str, alias: str | None) -> str:
    return f"{name} as {alias}" if alias else name
