"""From a plan to the text of a flow: Jinja renders the generated half, black formats it, link.py adds the library."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from .bytecode import Bytecode
from .link import link
from .prose import comment, prose
from .python import source
from .select import Spec, select
from .style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..plan.plan import Plan
    from .link import Linked

FLOW = "flow.py.jinja"
TEMPLATES = f"{__package__.partition('.')[0]}.templates"


def render(plan: Plan, spec: Spec) -> str:
    """Return the flow of a plan, formatted."""
    return linked(plan, spec).text


def linked(plan: Plan, spec: Spec) -> Linked:
    """Return the flow of a plan, with where each line comes from."""
    flow = select(plan, spec)
    return assembled(FLOW, flow.modules, flow=flow)


def assembled(template: str, modules: Sequence[str], **values: object) -> Linked:
    """Return what a template and modules of the library make, formatted."""
    return link(styled(fill_template(template, **values)), modules)


def unstyled(plan: Plan) -> str:
    """Return the flow of a plan for programs to read: the same statements, not formatted, with no names of files."""
    flow = select(plan, Spec("", "", ""))
    return link(fill_template(FLOW, flow=flow), flow.modules).text


def fill_template(template: str, **values: object) -> str:
    """Return the text of another template with these values in it, as it is."""
    return environment().get_template(template).render(**values)


@cache
def environment() -> Environment:
    """Return the values that templates can use."""
    made = Environment(
        loader=PackageLoader(TEMPLATES, ""),
        bytecode_cache=Bytecode(TEMPLATES),
        autoescape=False,  # noqa: S701  Python, not HTML: every text goes through `py`, `prose` or `comment`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"py": source, "prose": prose, "comment": comment}
    return made
