"""The steps of a flow and how they follow each other, read from its text."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Step(NamedTuple):
    """A step: what it says of itself, and what comes next, for `foreach` a task for each item of that list."""

    name: str
    purpose: str
    next: tuple[str, ...]
    foreach: str | None


def steps_of(module: ast.Module) -> tuple[Step, ...]:
    """Return the steps of the flow in a module, in the order in which they run."""
    found = {step.name: step for step in _steps(module)}
    ordered: dict[str, Step] = {}
    waiting = ["start"]
    while waiting:
        step = found[waiting.pop(0)]
        ordered.pop(step.name, None)  # what several steps lead to comes after all of them
        ordered[step.name] = step
        waiting += step.next
    return tuple(ordered.values())


def foreach_steps(steps: tuple[Step, ...]) -> dict[str, str]:
    """Return the steps that run as many tasks, those that fit, each with the step that hands them out."""
    return {name: step.name for step in steps if step.foreach for name in step.next}


def handing_out(module: ast.Module) -> ast.expr:
    """Return the expression of the tasks that `start` hands out."""
    for node in ast.walk(module):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "self.tasks":
            return node.value
    message = "the flow hands out no tasks"
    raise LookupError(message)


def _steps(module: ast.Module) -> Iterator[Step]:
    for flow in module.body:
        for method in flow.body if isinstance(flow, ast.ClassDef) else ():
            if isinstance(method, ast.FunctionDef) and any(_name(one) == "step" for one in method.decorator_list):
                yield _step(method)


def _step(method: ast.FunctionDef) -> Step:
    purpose = " ".join((ast.get_docstring(method) or "").partition("\n\n")[0].split())
    for node in ast.walk(method):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "self.next":
            given = {keyword.arg: ast.literal_eval(keyword.value) for keyword in node.keywords}
            return Step(method.name, purpose, tuple(_name(step) for step in node.args), given.get("foreach"))
    return Step(method.name, purpose, (), None)


def _name(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]
