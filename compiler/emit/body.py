"""The body of a generated function, and the imports that it needs."""

from __future__ import annotations

from typing import NamedTuple

from .python import Scope


class Body(NamedTuple):
    """The body of a function below its docstring."""

    imports: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines, an empty one between the imports and the rest."""
        return "\n".join([*self.imports, *([""] if self.imports else []), *self.lines])


class Case(NamedTuple):
    """What a function does for one model: its name, a comment, and the body."""

    model: str
    comment: str
    body: Body


def body(scope: Scope, *lines: str) -> Body:
    """Return the body of a function whose values were written through this scope."""
    return Body(tuple(scope.imports()), lines)


def calls(function: str, *arguments: str) -> str:
    """Return a call without the arguments that are empty."""
    return f"{function}({', '.join(filter(None, arguments))})"


def scope_of(*taken: str) -> Scope:
    """Return a scope in which these names are taken, and those that every generated function may use."""
    return Scope("SEED", "THREADS", "TARGET", "parameters", "seeded", "settings_of", *taken)
