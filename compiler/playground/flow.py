"""The flow and the plan of the page's specification, and which of its lines became which of the flow's."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING, Any

from ..emit.origins import origins_of
from ..emit.python import source
from ..pipeline import Compilation
from ..plan.plan import Draw
from ..runs.forecast import points, splitter, tested
from ..runs.graph import steps_of
from ..source import Source
from .answers import SPEC

if TYPE_CHECKING:
    from ..plan.plan import Model, Plan

FLOW = "tournament_flow.py"


def compiled(text: str) -> str:
    """Return as JSON the flow, its lines by those of the specification, and the plan; null if there are errors."""
    compilation = Compilation(Source(SPEC, text))
    if compilation.has_errors:
        return "null"
    flow = compilation.flow(FLOW)
    return json.dumps({"flow": flow, "lit": lit(compilation, flow), "plan": described(compilation.plan, flow)})


def lit(compilation: Compilation, flow: str) -> dict[int, list[int]]:
    """Return for lines of a specification the lines of its flow that they became.

    A line within an entry of its own is lit for that alone, and not for the declaration around it.
    """
    position = compilation.source.position
    found: dict[int, dict[int, list[int]]] = {}
    for line, spans in origins_of(flow, compilation.included.program).items():
        for span in spans:
            first, last = position(span.start).line, position(max(span.start, span.end - 1)).line
            for number in range(first, last + 1):
                found.setdefault(number, {}).setdefault(last - first, []).append(line)
    return {number: sorted(set(extents[min(extents)])) for number, extents in found.items()}


def described(plan: Plan, flow: str) -> dict[str, Any]:
    """Return the plan for people, but for the draws, which need scikit-learn."""
    return {
        "name": plan.name,
        "title": plan.title,
        "facts": [
            ["test", tested(plan.test)],
            ["folds", splitter(plan.folds)],
            ["score", ", ".join(plan.scores)],
            *([f"--{one.name}", f"{one.default}"] for one in plan.parameters),
        ],
        "models": [_model(model) for model in plan.models],
        "steps": [[step.name, step.purpose] for step in steps_of(ast.parse(flow))],
    }


def _model(model: Model) -> dict[str, Any]:
    space = points(model)
    search = "grid" if model.search.kind == "grid" else f"random({source(model.search.n)})"
    extent = "a continuous space" if space is None else f"a space of {space:,} point{'s' * (space != 1)}"
    return {
        "name": model.name,
        "estimator": model.estimator,
        "about": model.description,
        "search": f"{search} over {extent}",
        "space": [[name, _values(values)] for space in model.spaces for name, values in space],
        "fixed": [[name, source(value)] for name, value in model.fixed],
    }


def _values(values: Any) -> str:
    """Return what an argument is chosen or drawn from, much as the specification has it."""
    if isinstance(values, Draw):
        return f"{values.distribution}({', '.join(source(value) for _, value in values.arguments)})"
    return f"{values.start}..{values.stop - 1}" if isinstance(values, range) else source(values)
