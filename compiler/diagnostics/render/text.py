"""Findings for people on a terminal: the message, the place in the source, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..codes import Severity
from .excerpt import excerpt, printable, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...source import Source, Span
    from ..diagnostic import Diagnostic


class Style(NamedTuple):
    """The escape sequences that set the parts of a finding apart."""

    error: str = ""
    warning: str = ""
    strong: str = ""
    frame: str = ""
    end: str = ""


PLAIN = Style()
COLOURED = Style(error="\x1b[1;31m", warning="\x1b[1;33m", strong="\x1b[1m", frame="\x1b[1;34m", end="\x1b[0m")


def render(source: Source, diagnostic: Diagnostic, style: Style = PLAIN) -> str:
    """Return a finding with its source line, the marked place and its help; no newline at the end."""
    return "\n".join(_lines(source, diagnostic, style))


def tally(diagnostics: Iterable[Diagnostic], style: Style = PLAIN) -> str:
    """Return how many errors and warnings there are: "2 errors, 1 warning", or "no findings"."""
    severities = [diagnostic.code.severity for diagnostic in diagnostics]
    counts = [
        f"{_loud(severity, style)}{count} {severity.value}{'s' * (count > 1)}{style.end}"
        for severity in Severity
        if (count := severities.count(severity))
    ]
    return ", ".join(counts) or "no findings"


def _lines(source: Source, diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    code = diagnostic.code
    loud = _loud(code.severity, style)
    places = [(source, diagnostic.span), *((one.source or source, one.span) for one in diagnostic.related)]
    margin = " " * len(str(max(where.position(span.start).line for where, span in places)))
    sheet = _Sheet(source, style, margin)

    yield f"{loud}{code.severity.value}[{code.id}]{style.end}{style.strong}: {sentence(diagnostic.message)}{style.end}"
    yield from sheet.place(diagnostic.span, "^", loud, diagnostic.label)
    if diagnostic.help:
        yield sheet.note("help", diagnostic.help)
    if diagnostic.fix:
        yield sheet.note("fix", diagnostic.fix.title)
    for related in diagnostic.related:
        yield sheet.note("note", related.message)
        yield from sheet.of(related.source).place(related.span, "-", style.frame)


class _Sheet(NamedTuple):
    """The common layout of a finding's lines; the margin is as wide as its longest line number."""

    source: Source
    style: Style
    margin: str

    def place(self, span: Span, mark: str, colour: str, label: str | None = None) -> Iterator[str]:
        """Show the first line of a span, underlined with the mark."""
        position = self.source.position(span.start)
        start = position.column - 1
        line = excerpt(self.source.line(position.line), start, start + span.end - span.start)
        underline = mark * line.width + (f" {sentence(label)}" if label else "")
        number = str(position.line).rjust(len(self.margin))
        frame, end = self.style.frame, self.style.end

        yield f"{self.margin}{frame}-->{end} {printable(self.source.name)}:{position.line}:{position.column}"
        yield f"{self.margin} {frame}|{end}"
        yield f"{frame}{number} |{end} {line.text}".rstrip()
        yield f"{self.margin} {frame}|{end} {' ' * line.indent}{colour}{underline}{end}"

    def of(self, source: Source | None) -> _Sheet:
        """Return the sheet for places in another source."""
        return self._replace(source=source) if source else self

    def note(self, kind: str, text: str) -> str:
        """Return a remark below the place."""
        frame, strong, end = self.style.frame, self.style.strong, self.style.end
        return f"{self.margin} {frame}={end} {strong}{kind}{end}: {sentence(text)}"


def _loud(severity: Severity, style: Style) -> str:
    return style.error if severity is Severity.ERROR else style.warning
