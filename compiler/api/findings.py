"""The findings of a specification, as a list that a cell can display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics.codes import Severity
from ..diagnostics.render.excerpt import printable
from ..diagnostics.render.text import render, tally
from .html import Markup, cell, element

if TYPE_CHECKING:
    from ..diagnostics import Finding


class Findings(tuple["Finding", ...]):
    """The findings, by file and position."""

    __slots__ = ()

    @property
    def errors(self) -> Findings:
        """The errors, without the warnings."""
        return Findings(one for one in self if one.diagnostic.code.severity is Severity.ERROR)

    def __repr__(self) -> str:
        shown = [render(*finding) for finding in self]
        return "\n\n".join([*shown, tally(finding.diagnostic for finding in self)])

    __str__ = __repr__

    def _repr_html_(self) -> str:
        return cell(*map(_shown, self), element("p", tally(finding.diagnostic for finding in self), kind="quiet"))


def _shown(finding: Finding) -> Markup:
    source, found = finding
    position = source.position(found.span.start)
    severity = found.code.severity.value
    line = source.line(position.line)
    start = position.column - 1
    end = max(start + 1, min(len(line), start + found.span.end - found.span.start))
    place = f"{printable(source.name)}:{position.line}:{position.column}"
    parts = [
        element(
            "div", element("strong", f"{severity}[{found.code.id}]", kind=severity), f": {printable(found.message)}"
        ),
        element("div", place, kind="quiet"),
        element(
            "pre",
            element("span", f"{position.line} | ", kind="quiet"),
            printable(line[:start]),
            element("mark", printable(line[start:end]) or " "),
            printable(line[end:]),
            *([element("span", f"  {printable(found.label)}", kind=severity)] if found.label else []),
        ),
        *([element("div", f"help: {printable(found.help)}")] if found.help else []),
        *([element("div", f"fix: {printable(found.fix.title)}")] if found.fix else []),
    ]
    return element("div", *parts)
