"""`mfc blame`: show which lines of the specification a line of a flow comes from."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.render.excerpt import sentence
from ..emit.header import TEMPLATES, recognise
from ..emit.origins import origins_of
from ..files.read import read_file, why_unread
from ..pipeline import Compilation
from .console import CLEAN, CommandError, complain
from .parser import CommandParser
from .specs import read, read_included

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..emit.link import Origin
    from ..source import Span

EXAMPLES = """\
examples:
  mfc blame tournament_flow.py:120       where does line 120 come from?
  mfc blame tournament_flow.py:120-140   … each of these lines?
  mfc blame tournament_flow.py           … each line of the flow?
"""
PLACE = re.compile(r"(?P<flow>.+?)(?::(?P<first>\d{1,9})(?:-(?P<last>\d{1,9}))?)?", re.DOTALL)


class Lines(NamedTuple):
    """Some lines of a flow, the last included."""

    first: int
    last: int


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("blame", "Show which lines of the specification a line of a flow comes from.", EXAMPLES)
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
        parser.error(f"`{flow}` has lines 1 to {n_lines}")
    if lines.first == lines.last:
        part = _library_part(flow, text, compilation, lines)
        _print_one(lines.first, origins.get(lines.first, []), compilation, part)
    else:
        _print_all(lines, origins, compilation)
    return CLEAN


def _read_flow(name: str) -> str:
    try:
        return read_file(name)
    except (OSError, ValueError) as error:
        message = f"cannot read `{name}`: {why_unread(error)}"
        raise CommandError(message) from error


def _compilation(flow: str, text: str, spec: str | None) -> Compilation:
    """Return the specification that a flow was made from, as it was then."""
    stamp = recognise(text)
    if stamp is None:
        message = f"`{flow}` was not written by mfc"
        raise CommandError(message)
    if stamp.templates < TEMPLATES:
        message = f"`{flow}` was compiled by a previous version of mfc (templates {stamp.templates}), "
        message += f"which this version cannot trace; compile `{stamp.spec}` again"
        raise CommandError(message)
    if stamp.edited:
        complain(f"`{flow}` was edited since mfc wrote it; lines are traced by the names that remain")
    name = spec or str(Path(flow).with_name(PurePath(stamp.spec_name).name))
    compilation = Compilation(read(name), read_included)
    if compilation.digest != stamp.spec_digest:
        message = f"`{compilation.source.name}` has changed since `{flow}` was compiled; compile it again"
        raise CommandError(message)
    return compilation


def _origins(flow: str, text: str, compilation: Compilation) -> dict[int, list[Span]]:
    try:
        return origins_of(text, compilation.included.program)
    except SyntaxError as error:
        message = f"`{flow}` is no longer valid Python: {error.msg} in line {error.lineno}"
        raise CommandError(message) from error


def _library_part(flow: str, text: str, compilation: Compilation, lines: Lines) -> Origin | None:
    """Return which part of the library a line is of, if the flow is still as it was compiled."""
    linked = compilation.linked(Path(flow).name)
    if linked.text != text:
        return None
    within = (one for one in linked.origins if one.module and one.first <= lines.first <= one.last)
    return next(within, None)


def _print_one(line: int, spans: Sequence[Span], compilation: Compilation, part: Origin | None) -> None:
    for place, text in _places(spans, compilation):
        print(f"{place}: {text}")
    if not spans:
        spec = sentence(compilation.source.name)
        why = "it is a default, or part of every flow"
        if part:
            why = f"it is part of `{part.name}` in the library module `{part.module}`, "
            why += "the same in every flow that needs it"
        print(f"line {line} does not come from a line of `{spec}`: {why}")


def _print_all(lines: Lines, origins: dict[int, list[Span]], compilation: Compilation) -> None:
    """Print the origin of each line, grouping neighbours with the same origin."""
    numbers = range(lines.first, lines.last + 1)
    width = 2 * len(str(lines.last)) + 1
    for spans, group in groupby(numbers, key=lambda number: origins.get(number, [])):
        together = list(group)
        shown = f"{together[0]}-{together[-1]}" if len(together) > 1 else str(together[0])
        for place, text in _places(spans, compilation):
            print(f"{shown:>{width}}  {place}: {text}")
            shown = ""


def _places(spans: Sequence[Span], compilation: Compilation) -> Iterator[tuple[str, str]]:
    """Yield the file, line number and text of each place, without repeating a line."""
    found = [compilation.sources.find(span) for span in spans]
    lines = dict.fromkeys((place.source, place.source.position(place.span.start).line) for place in found)
    for source, line in lines:
        yield f"{sentence(source.name)}:{line}", sentence(source.line(line).strip())
