"""Make templates/styled.json, the pieces of flows in black's style: `python -m mfc.emit.build`.

They are those of the examples, each of them also with parameters of the flow where it has none. A piece that is not
among them costs a few milliseconds.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ..check.values import ParameterValue
from ..pipeline import Compilation
from ..plan.plan import Parameter
from ..source import Source
from .render import Spec, raw
from .style import FILE, digest, formatted, parted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..plan.plan import Plan

EXAMPLES = Path(__file__).parents[2] / "examples"


def build(flows: Iterable[str]) -> str:
    """Return the text of styled.json for flows as the templates write them."""
    found = {piece for flow in flows for part in parted(flow) for piece in part}
    known = {digest(piece): _changed(piece) for piece in found}
    return json.dumps(known, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def examples() -> list[str]:
    """Return the flows of the examples and their turns, as the templates write them."""
    return [raw(turned, Spec("", "", "")) for path in sorted(EXAMPLES.glob("*.mf")) for turned in _turns(_plan(path))]


def _plan(path: Path) -> Plan:
    return Compilation(Source(path.name, path.read_text(encoding="utf-8"))).plan


def _turns(plan: Plan) -> Iterator[Plan]:
    """Turn a plan so that more of its functions depend on the parameters of the flow."""
    number = ParameterValue("number", 1)
    turned = plan._replace(parameters=(Parameter(number.name, "int", number.default, None),))
    yield plan
    yield turned._replace(models=tuple(model._replace(fixed=(("number", number),)) for model in plan.models))
    yield turned._replace(seed=number)


def _changed(piece: str) -> str | None:
    text = formatted(piece)
    return None if text == piece else text


def main() -> None:
    """Write styled.json."""
    FILE.write_text(build(examples()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
