"""Find the rules in a folder, so that a new rule is just a new file."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def rules_in(package: str, file: str) -> list[Callable[..., Any]]:
    """Return the rules of a package, given its name and its `__file__`: each has the name of its module.

    The modules may be there as `.pyc` files alone, as in the playground.
    """
    modules = {path.stem for path in Path(file).parent.glob("[!_]*.py*")}
    return [getattr(import_module(f"{package}.{name}"), name) for name in sorted(modules)]


def takes(rule: Callable[..., Any], count: int) -> bool:
    """Return whether a rule takes this many arguments."""
    return rule.__code__.co_argcount == count
