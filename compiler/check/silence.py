"""`# mfc: ignore[MF601]`: comments that silence the warnings on their line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.codes import CODES, IDLE_IGNORE, Severity
from ..diagnostics.diagnostic import Diagnostic, Finding, Fix
from ..diagnostics.suggest import did_you_mean
from ..source import Span
from ..syntax import language
from ..syntax.scan import scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..source import Source
    from ..syntax.tokens import Comment

_IGNORE = re.compile(r"#\s*mfc:\s*ignore\b(?:\s*\[(?P<codes>[^\]]*)\])?")
_WARNINGS = [code.id for code in CODES.values() if code.severity is Severity.WARNING]
_CODE = re.compile(r"[^\s,]+")


class _Ignore(NamedTuple):
    """A code in a comment, or nothing; `whole` is the comment if it contains nothing else."""

    source: Source
    line: int
    span: Span
    code: str
    whole: Span | None


def silence(sources: Iterable[Source], findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings in some sources without the warnings that a comment on their line silences.

    A comment that silences nothing is a warning, unless there are errors, which may hide warnings.
    """
    marked = [source for source in sources if "mfc:" in source.text]  # most texts have none, and scanning takes time
    comments = [(source, comment) for source in marked for comment in scan(source.text, language.load()).comments]
    ignores = [ignore for source, comment in comments for ignore in _ignores(source, comment)]
    if not ignores:
        return [*findings]
    places = [(source, source.position(one.span.start).line, one.code.id) for source, one in findings]
    severities = [finding.diagnostic.code.severity for finding in findings]
    warned = {place for place, severity in zip(places, severities, strict=True) if severity is Severity.WARNING}
    silenced = warned & {(ignore.source, ignore.line, ignore.code) for ignore in ignores}
    kept = [finding for place, finding in zip(places, findings, strict=True) if place not in silenced]
    if Severity.ERROR in severities:
        return kept
    return kept + [_idle(one) for one in ignores if (one.source, one.line, one.code) not in silenced]


def _ignores(source: Source, comment: Comment) -> Iterator[_Ignore]:
    text = source.text[comment.span.start : comment.span.end]
    line = source.position(comment.span.start).line
    for match in _IGNORE.finditer(text):
        codes = list(_CODE.finditer(match["codes"] or ""))
        is_alone = match[0] == text.rstrip() and len(codes) <= 1
        whole = comment.span if is_alone else None
        begin = comment.span.start + (match.start("codes") if codes else match.start())
        for code in codes:
            yield _Ignore(source, line, Span(begin + code.start(), begin + code.end()), code[0], whole)
        if not codes:
            yield _Ignore(source, line, Span(begin, begin + len(match[0])), "", whole)


def _idle(ignore: _Ignore) -> Finding:
    message, label, help_ = _why(ignore.code)
    fix = None
    if ignore.whole:
        start = len(ignore.source.text[: ignore.whole.start].rstrip(" \t"))
        fix = Fix("remove the comment", Span(start, ignore.whole.end), "")
    return Finding(ignore.source, Diagnostic(IDLE_IGNORE, ignore.span, message, label, help_, fix))


def _why(code: str) -> tuple[str, str, str | None]:
    if not code:
        return "this comment names no code to ignore", "expected codes", "write `# mfc: ignore[MF602]`"
    known = CODES.get(code)
    if known is None:
        return f"`{code}` is not a code", "unknown code", did_you_mean(code, _WARNINGS)
    if known.severity is Severity.ERROR:
        return f"`{code}` is an error, and errors cannot be silenced", "has no effect", None
    return f"`{code}` is not reported on this line", "has no effect", None
