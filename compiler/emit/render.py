"""From a plan to the text of a flow: Jinja for its words, black for its looks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from .bytecode import Bytecode
from .prose import prose
from .python import source
from .style import styled
from .view import View

if TYPE_CHECKING:
    from ..plan.plan import Plan


TEMPLATES = f"{__package__.partition('.')[0]}.templates"


class Spec(NamedTuple):
    """What a flow says of where it comes from: both files' names, without their folders, and the spec's digest."""

    name: str
    flow_name: str
    digest: str


def render(plan: Plan, spec: Spec) -> str:
    """Return the flow of a plan, formatted."""
    return styled(raw(plan, spec))


def raw(plan: Plan, spec: Spec) -> str:
    """Return the flow of a plan as the templates write it."""
    return environment().get_template("flow.py.jinja").render(plan=plan, spec=spec, view=View(plan))


@cache
def environment() -> Environment:
    """Return what templates are filled in with."""
    made = Environment(
        loader=PackageLoader(TEMPLATES, ""),
        bytecode_cache=Bytecode(TEMPLATES),
        autoescape=False,  # noqa: S701  Python, not HTML: every text goes through `py` or `prose`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"py": source, "prose": prose}
    return made
