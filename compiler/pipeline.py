"""The whole compiler on one screen: source → tree → checked → plan → flow, each phase run once, on demand."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .diagnostics.codes import Severity

if TYPE_CHECKING:
    from .check.check import Checked
    from .diagnostics import Diagnostic
    from .plan.plan import Plan
    from .source import Source
    from .syntax.parse import Parsed


class Compilation:
    """A specification on its way to a flow; who asks for a phase pays for it and those before it alone."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def parsed(self) -> Parsed:
        """The tree, with what the parser found."""
        from .syntax.parse import parse

        return parse(self.source)

    @cached_property
    def checked(self) -> Checked:
        """What the names and values mean, with what the rules found."""
        from .check.check import check

        return check(self.parsed.program)

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings that no comment silences, in the order of their places."""
        from .check.silence import silence

        found = silence(self.source, self.parsed.comments, (*self.parsed.diagnostics, *self.checked.diagnostics))
        return tuple(sorted(found, key=_order))

    @property
    def has_errors(self) -> bool:
        """Whether a finding keeps the specification from having a plan."""
        return any(diagnostic.code.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @cached_property
    def plan(self) -> Plan:
        """The resolved tournament; only a specification without errors has one."""
        from .plan.lower import lower

        return lower(self.checked.outline)

    def flow(self, file_name: str) -> str:
        """Return the text of the flow for a file of that name, with its provenance."""
        from pathlib import PurePath

        from .emit.header import spec_digest, stamp
        from .emit.render import Spec, render

        spec = Spec(PurePath(self.source.name).name, file_name, spec_digest(self.source.text))
        return stamp(render(self.plan, spec), spec.name, spec.digest)


def _order(diagnostic: Diagnostic) -> tuple[int, str, str]:
    return diagnostic.span.start, diagnostic.code.severity.value, diagnostic.code.id
