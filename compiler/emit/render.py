"""From a plan to the text of a flow: Jinja for its words, black for its looks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import black
from jinja2 import Environment, PackageLoader, StrictUndefined

from .prose import prose
from .python import source
from .view import View

if TYPE_CHECKING:
    from ..plan.plan import Plan

LINE_LENGTH = 100


class Spec(NamedTuple):
    """What a flow says of where it comes from: both files' names, without their folders, and the spec's digest."""

    name: str
    flow_name: str
    digest: str


def render(plan: Plan, spec: Spec) -> str:
    """Return the flow of a plan, formatted."""
    text = _environment().get_template("flow.py.jinja").render(plan=plan, spec=spec, view=View(plan))
    return black.format_str(text, mode=black.Mode(line_length=LINE_LENGTH))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(f"{__package__.partition('.')[0]}.templates", ""),
        autoescape=False,  # noqa: S701  Python, not HTML: every text goes through `py` or `prose`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"py": source, "prose": prose}
    return environment
