"""Make templates/styled.json, the statements of flows in black's style: `python -m mfc.emit.build`.

They are those of the examples, each of them also turned into others. A statement that is not among them costs a
millisecond or two.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ..check.values import ParameterValue
from ..pipeline import Compilation
from ..plan.plan import Draw, Parameter, Test
from ..source import Source
from .render import Spec, raw
from .style import FILE, all_statements, digest, formatted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..plan.plan import Plan

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAWN = (
    ("a", Draw("choice", (("values", [1, 2]), ("weights", [1, 2])))),
    ("b", Draw("quniform", (("low", 0), ("high", 1), ("step", 0.1)))),
    ("c", Draw("lograndint", (("low", 1), ("high", 9)))),
)
"""A space of those distributions for which a flow has a class."""


def build(flows: Iterable[str]) -> str:
    """Return the text of styled.json for flows as the templates write them."""
    found = set().union(*map(all_statements, flows))
    known = {digest(statement): _changed(statement) for statement in found}
    return json.dumps(known, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def examples() -> list[str]:
    """Return the flows of the examples and their turns, as the templates write them."""
    return [raw(turned, Spec("", "", "")) for path in sorted(EXAMPLES.glob("*.mf")) for turned in _turns(_plan(path))]


def _plan(path: Path) -> Plan:
    return Compilation(Source(path.name, path.read_text(encoding="utf-8"))).plan


def _turns(plan: Plan) -> Iterator[Plan]:
    """Turn a plan so that the templates take other ways."""
    number = ParameterValue("number", 1)
    first = plan.models[0]
    told = plan._replace(parameters=(Parameter(number.name, "int", number.default, None),))
    yield plan
    yield told._replace(models=tuple(model._replace(fixed=(("number", number),)) for model in plan.models))
    yield told._replace(seed=number)
    yield _plain(plan)
    yield _plain(plan._replace(test=Test("none", None, plan.seed)))
    yield plan._replace(simplest=((first.name, 1),))
    yield plan._replace(models=(first._replace(space=DRAWN), *plan.models[1:]))


def _plain(plan: Plan) -> Plan:
    """Return a plan without preparation and early stopping."""
    models = (model._replace(early_stopping=None, preprocess=None, steps=()) for model in plan.models)
    return plan._replace(preprocess=None, models=tuple(models))


def _changed(statement: str) -> str | None:
    text = formatted(statement)
    return None if text == statement else text


def main() -> None:
    """Write styled.json."""
    FILE.write_text(build(examples()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
