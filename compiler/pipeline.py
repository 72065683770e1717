"""The whole compiler on one screen: source → tree → checked → plan → flow, each phase run once, on demand."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .diagnostics.codes import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .check.check import Checked
    from .check.header import Look
    from .diagnostics import Diagnostic, Finding, Related
    from .emit.link import Linked
    from .emit.select import Spec
    from .plan.plan import Plan
    from .source import Source, Sources
    from .syntax.include import Included, Reader
    from .syntax.parse import Parsed
    from .syntax.tree import Program


def no_reader(_: str) -> Source:
    """Reject every file: a specification by itself cannot include others."""
    message = "there are no other files here"
    raise ValueError(message)


class Compilation:
    """The compilation of a specification; each phase runs when it is first needed.

    `read` reads included files, and `sources` maps spans of the tree to files. With `target`, the rules for that target
    are applied, too; with `look`, the header of the data file is checked. An editor passes a `parse` and a `check` that
    reuse earlier results.
    """

    def __init__(
        self,
        source: Source,
        read: Reader = no_reader,
        target: str | None = None,
        parse: Callable[[Source], Parsed] | None = None,
        check: Callable[[Program, str | None, Sources], Checked] | None = None,
        look: Look | None = None,
    ) -> None:
        self.source = source
        self.read = read
        self.target = target
        self._parse = parse
        self._check = check
        self._look = look

    @cached_property
    def parsed(self) -> Parsed:
        """The tree, with what the parser found."""
        from .syntax.parse import parse

        return (self._parse or parse)(self.source)

    @cached_property
    def included(self) -> Included:
        """The tree with those of the files it includes, and what was found in reading them."""
        from .syntax.include import include

        return include(self.source, self.parsed, self.read)

    @property
    def sources(self) -> Sources:
        """The specification and the files it includes."""
        return self.included.sources

    @cached_property
    def checked(self) -> Checked:
        """What the names and values mean, with what the rules found."""
        program, sources = self.included.program, self.sources
        if self._check:
            return self._check(program, self.target, sources)
        from .check.check import check

        return check(program, self.target)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings that no comment silences, file by file in the order of their places."""
        from .check.hidden import hidden
        from .check.silence import silence

        mistakes = (*self.included.diagnostics, *self.checked.diagnostics)
        found = sorted((*mistakes, *hidden(self.sources), *self._of_header), key=_order)
        given = silence(self.sources.all, [self.locate(one) for one in found])
        files = [source.name for source in self.sources.all]
        return tuple(sorted(given, key=lambda one: (files.index(one.source.name), *_order(one.diagnostic))))

    @property
    def _of_header(self) -> Iterable[Diagnostic]:
        """What is wrong with the file that the data are in."""
        if self._look is None:
            return ()
        from .check.header import judge

        return judge(self.checked.outline, self._look, self.target)

    def locate(self, diagnostic: Diagnostic) -> Finding:
        """Return a diagnostic with the source it is in, and with places as that source counts them."""
        return _located(diagnostic, self.sources)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings without their files."""
        return tuple(finding.diagnostic for finding in self.findings)

    @property
    def has_errors(self) -> bool:
        """Whether there are errors; then there is no plan."""
        return any(diagnostic.code.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @cached_property
    def plan(self) -> Plan:
        """The resolved tournament; only a specification without errors has one."""
        from .plan.lower import lower

        return lower(self.checked.outline)

    @property
    def digest(self) -> str:
        """The digest of all the texts, by which a flow knows its specification."""
        from .emit.header import spec_digest

        return spec_digest(*(source.text for source in self.sources.all))

    def flow(self, file_name: str, plan: Plan | None = None) -> str:
        """Return the text of the flow for a file of that name, with its provenance; of another plan if one is given."""
        from .emit.render import render

        return self._stamped(render, file_name, plan)

    def predict_flow(self, file_name: str) -> str:
        """Return the text of the flow's companion, which predicts, for a file of that name, with its provenance."""
        from .emit.predict import render_predict

        return self._stamped(render_predict, file_name)

    def image(self, file_name: str, flow_name: str) -> str:
        """Return the Dockerfile for the tasks of the flow, for a file of that name, with its provenance."""
        from functools import partial

        from .emit.image import render_image

        return self._stamped(partial(render_image, flow_name=flow_name), file_name)

    def linked(self, file_name: str) -> Linked:
        """Return the flow for a file of that name, with where each of its lines comes from."""
        from .emit.header import stamp
        from .emit.render import linked

        spec = self._spec(file_name)
        made = linked(self.plan, spec)
        return made.with_line(stamp(made.text, spec.name, spec.digest))

    def _stamped(self, render: Callable[[Plan, Spec], str], file_name: str, plan: Plan | None = None) -> str:
        from .emit.header import stamp

        spec = self._spec(file_name)
        return stamp(render(plan or self.plan, spec), spec.name, spec.digest)

    def _spec(self, file_name: str) -> Spec:
        from pathlib import PurePath

        from .emit.select import Spec

        return Spec(PurePath(self.source.name).name, file_name, self.digest)


def _order(diagnostic: Diagnostic) -> tuple[int, str, str]:
    return diagnostic.span.start, diagnostic.code.severity.value, diagnostic.code.id


def _located(diagnostic: Diagnostic, sources: Sources) -> Finding:
    """Return a finding with the source it is in, and with places as that source counts them."""
    from .diagnostics import Finding

    source, span = sources.find(diagnostic.span)
    fix = diagnostic.fix and diagnostic.fix._replace(span=sources.find(diagnostic.fix.span).span)
    related = tuple(_related(one, source, sources) for one in diagnostic.related)
    return Finding(source, diagnostic._replace(span=span, fix=fix, related=related))


def _related(related: Related, source: Source, sources: Sources) -> Related:
    where, span = sources.find(related.span)
    return related._replace(span=span, source=None if where is source else where)
