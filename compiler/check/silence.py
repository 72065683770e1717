"""`# mfc: ignore[MF601]`: comments that silence the warnings on their line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.codes import CODES, IDLE_IGNORE, Severity
from ..diagnostics.diagnostic import Diagnostic, Fix
from ..diagnostics.suggest import did_you_mean
from ..source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..source import Source
    from ..syntax.tokens import Comment

_IGNORE = re.compile(r"#\s*mfc:\s*ignore\b(?:\s*\[(?P<codes>[^\]]*)\])?")
_WARNINGS = [code.id for code in CODES.values() if code.severity is Severity.WARNING]
_CODE = re.compile(r"[^\s,]+")


class _Ignore(NamedTuple):
    """A code in a comment, or nothing in its place; `whole` is the comment, if it says nothing else."""

    line: int
    span: Span
    code: str
    whole: Span | None


def silence(source: Source, comments: Sequence[Comment], found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return what was found but for the warnings that a comment on their line silences.

    A comment that silences nothing is a warning itself, unless there are errors, for these keep warnings back.
    """
    ignores = [ignore for comment in comments for ignore in _ignores(source, comment)] if "mfc:" in source.text else []
    if not ignores:
        return [*found]
    places = [(source.position(one.span.start).line, one.code.id) for one in found]
    warned = {place for place, one in zip(places, found, strict=True) if one.code.severity is Severity.WARNING}
    silenced = warned & {(ignore.line, ignore.code) for ignore in ignores}
    kept = [one for place, one in zip(places, found, strict=True) if place not in silenced]
    if any(one.code.severity is Severity.ERROR for one in found):
        return kept
    return kept + [_idle(source, ignore) for ignore in ignores if (ignore.line, ignore.code) not in silenced]


def _ignores(source: Source, comment: Comment) -> Iterator[_Ignore]:
    text = source.text[comment.span.start : comment.span.end]
    line = source.position(comment.span.start).line
    for match in _IGNORE.finditer(text):
        codes = list(_CODE.finditer(match["codes"] or ""))
        is_alone = match[0] == text.rstrip() and len(codes) <= 1
        whole = comment.span if is_alone else None
        begin = comment.span.start + (match.start("codes") if codes else match.start())
        for code in codes:
            yield _Ignore(line, Span(begin + code.start(), begin + code.end()), code[0], whole)
        if not codes:
            yield _Ignore(line, Span(begin, begin + len(match[0])), "", whole)


def _idle(source: Source, ignore: _Ignore) -> Diagnostic:
    message, label, help_ = _why(ignore.code)
    fix = None
    if ignore.whole:
        start = len(source.text[: ignore.whole.start].rstrip(" \t"))
        fix = Fix("remove the comment", Span(start, ignore.whole.end), "")
    return Diagnostic(IDLE_IGNORE, ignore.span, message, label, help_, fix)


def _why(code: str) -> tuple[str, str, str | None]:
    if not code:
        return "this comment names no code to ignore", "expected codes", "write `# mfc: ignore[MF602]`"
    known = CODES.get(code)
    if known is None:
        return f"`{code}` is no code", "an unknown code", did_you_mean(code, _WARNINGS)
    if known.severity is Severity.ERROR:
        return f"`{code}` is an error, and errors cannot be silenced", "silences nothing", None
    return f"no `{code}` on this line", "silences nothing", None
