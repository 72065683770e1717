"""`mfc blame`: say which lines of the specification stand behind a line of a flow."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.render.excerpt import sentence
from ..emit.header import recognise
from ..emit.trace import trace
from ..pipeline import Compilation
from .console import CLEAN, CommandError, complain, reason
from .parser import CommandParser
from .specs import read, read_included

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..source import Span

EXAMPLES = """\
examples:
  mfc blame tournament_flow.py:120       what is behind line 120?
  mfc blame tournament_flow.py:120-140   … behind each of these lines?
  mfc blame tournament_flow.py           … behind each line of the flow?
"""
PLACE = re.compile(r"(?P<flow>.+?)(?::(?P<first>\d{1,9})(?:-(?P<last>\d{1,9}))?)?", re.DOTALL)


class Lines(NamedTuple):
    """Some lines of a flow, the last included."""

    first: int
    last: int


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("blame", "Say which lines of the specification stand behind a line of a flow.", EXAMPLES)
    parser.add_argument("place", metavar="FLOW[:LINE[-LINE]]", help="a flow, and the lines to look at (default: all)")
    parser.add_argument("--spec", metavar="SPEC", help="its specification (default: the one it names, beside it)")
    arguments = parser.parse(words)
    place = PLACE.fullmatch(arguments.place)
    if place is None:
        parser.error("expected a file")
    flow = place["flow"]
    text = _read_flow(flow)
    compilation = _compilation(flow, text, arguments.spec)
    origins = _origins(flow, text, compilation)
    n_lines = text.count("\n")
    first = int(place["first"] or 1)
    lines = Lines(first, int(place["last"] or place["first"] or n_lines))
    if not 1 <= lines.first <= lines.last <= n_lines:
        parser.error(f"`{flow}` has the lines 1 to {n_lines}")
    if lines.first == lines.last:
        _print_one(lines.first, origins.get(lines.first, []), compilation)
    else:
        _print_all(lines, origins, compilation)
    return CLEAN


def _read_flow(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "not UTF-8"
        message = f"cannot read `{name}`: {'no such file' if isinstance(error, FileNotFoundError) else why}"
        raise CommandError(message) from error


def _compilation(flow: str, text: str, spec: str | None) -> Compilation:
    """Return the specification that a flow was made from, as it was then."""
    stamp = recognise(text)
    if stamp is None:
        message = f"`{flow}` was not written by mfc"
        raise CommandError(message)
    if stamp.edited:
        complain(f"`{flow}` was edited since mfc wrote it; this goes by the names that are left in it")
    name = spec or str(Path(flow).with_name(PurePath(stamp.spec_name).name))
    compilation = Compilation(read(name), read_included)
    if compilation.digest != stamp.spec_digest:
        message = f"`{compilation.source.name}` is not what `{flow}` was made from; compile it, and look there again"
        raise CommandError(message)
    return compilation


def _origins(flow: str, text: str, compilation: Compilation) -> dict[int, list[Span]]:
    try:
        return trace(text, compilation.included.program)
    except SyntaxError as error:
        message = f"`{flow}` is not Python any more: {error.msg} in line {error.lineno}"
        raise CommandError(message) from error


def _print_one(line: int, spans: Sequence[Span], compilation: Compilation) -> None:
    for place, text in _places(spans, compilation):
        print(f"{place}: {text}")
    if not spans:
        spec = sentence(compilation.source.name)
        print(f"line {line} follows from no line of `{spec}`: it is a default, or part of every flow")


def _print_all(lines: Lines, origins: dict[int, list[Span]], compilation: Compilation) -> None:
    """Print what is behind each line, neighbours with the same origin together."""
    numbers = range(lines.first, lines.last + 1)
    width = 2 * len(str(lines.last)) + 1
    for spans, group in groupby(numbers, key=lambda number: origins.get(number, [])):
        together = list(group)
        shown = f"{together[0]}-{together[-1]}" if len(together) > 1 else str(together[0])
        for place, text in _places(spans, compilation):
            print(f"{shown:>{width}}  {place}: {text}")
            shown = ""


def _places(spans: Sequence[Span], compilation: Compilation) -> Iterator[tuple[str, str]]:
    """Yield the file and line of each place, and what is written there; no line twice."""
    found = [compilation.sources.find(span) for span in spans]
    lines = dict.fromkeys((place.source, place.source.position(place.span.start).line) for place in found)
    for source, line in lines:
        yield f"{sentence(source.name)}:{line}", sentence(source.line(line).strip())
