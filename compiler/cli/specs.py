"""Read specifications, compile them as far as needed, and show the findings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from ..files.read import decoded, read_all, read_bytes, why_unread
from ..pipeline import Compilation
from ..source import Source
from .console import CLEAN, COULD_NOT_RUN, FINDINGS, STDIN, CommandError, complain
from .header import header_reader
from .selection import Selection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from typing import TextIO

    from ..diagnostics import Finding
    from ..diagnostics.render.text import Style


TABLES = (".csv", ".tsv", ".parquet")
"""The endings of files that contain tables, and so cannot be specifications."""


class Examined(NamedTuple):
    """The specifications that could be read, checked, and the exit status that follows."""

    compilations: list[Compilation]
    status: int


def examine(names: Iterable[str], stream: TextIO, target: str | None = None, *, headers: bool = False) -> Examined:
    """Check the specifications in files and print their findings; complain of the files that cannot be read.

    With `headers` they are also checked against the first line of their data.
    """
    compilations, status = [], CLEAN
    for name in names:
        try:
            look = header_reader(name) if headers else None
            compilations.append(Compilation(read(name), read_included, target, look=look))
        except CommandError as error:
            complain(str(error))
            status = COULD_NOT_RUN
    show_findings(compilations, stream)
    if any(compilation.has_errors for compilation in compilations):
        status = max(status, FINDINGS)
    return Examined(compilations, status)


def read(name: str) -> Source:
    """Return the specification in a file, or on the standard input for `-`."""
    source = read_text(name)
    text = source.text
    if all(not line or line.startswith("#") for line in map(str.strip, text.splitlines())):
        message = f"nothing to compile in `{source.name}`: {'only comments' if text.strip() else 'it is empty'}"
        raise CommandError(message)
    return source


def read_text(name: str) -> Source:
    """Return the content of a file, or of the standard input for `-`; it may be empty."""
    if name.endswith(TABLES):
        message = f"`{name}` is a table, not a specification; `mfc init --data` writes one for it"
        raise CommandError(message)
    try:
        return Source(STDIN, _standard_input()) if name == "-" else read_included(name)
    except (OSError, ValueError) as error:
        meant = _similar(name) if isinstance(error, FileNotFoundError) else None
        message = f"cannot read `{name}`: {why_unread(error)}{f'; {meant}' if meant else ''}"
        raise CommandError(message) from error


def _similar(name: str) -> str | None:
    """Ask for the specifications beside a missing file that have nearly its name, if there are any."""
    from pathlib import Path

    from ..diagnostics.suggest import asked, suggestions

    path = Path(name)
    near = suggestions(path.stem, [one.stem for one in path.parent.glob("*.mf")])
    return asked(str(path.with_name(f"{stem}.mf")) for stem in near)


def read_included(name: str) -> Source:
    """Return the content of a file without a byte order mark; it may be empty."""
    return Source(name, decoded(read_bytes(name)))


def _standard_input() -> str:
    if sys.stdin is None:
        message = "the standard input is closed"
        raise ValueError(message)
    return decoded(read_all(sys.stdin.buffer))


def show_findings(compilations: Iterable[Compilation], stream: TextIO) -> None:
    """Print the findings of all specifications that the settings of their projects want."""
    show(wanted(compilations, Selection()), stream)


def wanted(compilations: Iterable[Compilation], selection: Selection) -> list[Finding]:
    """Return the findings that are wanted, those in a file that several specifications include once."""
    found = {
        (finding.source.name, finding.diagnostic.span, finding.diagnostic.code, finding.diagnostic.message): finding
        for compilation in compilations
        for finding in compilation.findings
        if selection.settings(finding.source.name).gives(finding.diagnostic.code.id)
    }
    return list(found.values())


def show(findings: Collection[Finding], stream: TextIO) -> None:
    """Print findings and their number; print nothing if there are none."""
    if not findings:
        return
    from ..diagnostics.render.text import render, tally

    style = style_for(stream)
    for source, diagnostic in findings:
        print(render(source, diagnostic, style), end="\n\n", file=stream)
    print(tally((finding.diagnostic for finding in findings), style), file=stream)


def style_for(stream: TextIO) -> Style:
    """Return the colours for a stream: none unless it is a terminal that wants them (https://no-color.org)."""
    from ..diagnostics.render.text import COLOURED, PLAIN

    return COLOURED if wants_colour(stream) else PLAIN


def wants_colour(stream: TextIO) -> bool:
    """Return whether a stream is a terminal that wants colours."""
    import os

    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and stream.isatty()
