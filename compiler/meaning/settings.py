"""Single settings of `run`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.tree import RunDeclaration
from .arguments import bindings_in

if TYPE_CHECKING:
    from ..syntax.tree import Binding
    from .evaluate import Result
    from .outline import Outline


def run_binding(outline: Outline, name: str) -> Binding | None:
    """Return where `run` sets something."""
    run = outline.one(RunDeclaration)
    return next((one for one in bindings_in(run.entries if run else ()) if one.name.text == name), None)


def run_setting(outline: Outline, name: str) -> Result:
    """Return what `run` sets something to, or None if it does not."""
    binding = run_binding(outline, name)
    return outline.settings("run", [binding]).get(name) if binding else None
